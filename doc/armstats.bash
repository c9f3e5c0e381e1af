# bash completion for armstats                             -*- shell-script -*-
# SPDX-License-Identifier: GPL-3.0-or-later
# Commands and options are asked of the program itself, so they are always its
# own. $1 is the program, $2 the word at hand, $3 the word before it.

_armstats()
{
    local program=$1 current=$2 command=${COMP_WORDS[1]} words=
    COMPREPLY=()

    if ((COMP_CWORD == 1)); then
        words=$("$program" --help 2>/dev/null |
            sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
        words+=' --help --version'
    elif [[ $current == -* ]]; then
        words=$("$program" "$command" --help 2>/dev/null |
            sed -n 's/^  \(--[a-z-]*\)\( [A-Z]*\)*\(, \(-[a-z]\)\)*\( .*\)*$/\1 \4/p')
    else
        case $3 in
            --by) words='supplier recipient pair category weapon world' ;;
            --condition) words='new second-hand modernized' ;;
            --assume) words='even-split' ;;
            --decimal) words='. ,' ;;
            --delimiter) words='tab' ;;
            --each)
                words='year window rolling category supplier recipient'
                ;;
            --figure) words='ranking series' ;;
            --format | -f)
                words='table csv tsv json ndjson md tex sentence'
                ;;
            --measure)
                words='tiv items ordered pending deals value licences'
                words+=' weight exports refusals'
                ;;
            --members) words='by-year' ;;
            --names) words='source common iso3' ;;
            --reports) words='exporters importers' ;;
            --previous) words='none' ;;
            --provenance) words='full partial' ;;
            --size) words='one-column one-and-half two-column' ;;
            --supplier | --recipient | --not-supplier | --not-recipient | \
                --exporter | --importer)
                words=$("$program" places -f tsv -q 2>/dev/null |
                    cut -f 3 | sed 1d)
                ;;
            --successor) words='as-recorded merge' ;;
            --ties)
                words='competition modified dense ordinal fractional'
                ;;
            --top) words='all' ;;
            --unit) words='tiv_million usd gbp eur items licences tonnes' ;;
            --variant)
                words=$("$program" "$command" --help 2>/dev/null |
                    sed -n '/^Variants:/,/^$/s/^  \([a-z0-9-]*\) .*/\1/p')
                words+=' all'
                ;;
            --break) words='search' ;;
            --smooth) words='trailing: centred: lowess: loess:' ;;
            --decompose) words='@sipri:regions' ;;
            --years) words='last5 all' ;;
            --category | --not-category | --weapon | --release | --span | \
                --title | --width | --rounded-to | --encoding | --threads | \
                --margin | --merge | --error | --draws | --seed | --prices | --skip | --max-*)
                return
                ;;
            *)
                mapfile -t COMPREPLY < <(compgen -f -- "$current")
                return
                ;;
        esac
    fi
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}

complete -o filenames -F _armstats armstats
