# SPDX-License-Identifier: GPL-3.0-or-later
# Makes src/trade/place_table.c (see place_table.h) from the tables of places,
# of refused codes and of numbers:
#
#   LC_ALL=C awk -f tables.awk -f places-table.awk places.csv place-codes.csv \
#       place-numbers.csv place-systems.csv successors.csv
#
# places.csv: name,iso3,kind,region,from_year,to_year,aliases. Aliases are
# separated by "|", empty years mean "before 1950" and "still exists".
# place-codes.csv: code,sipri,others. What SIPRI and what everybody else (ISO
# 3166 first of all) calls by this code, as names of places.csv.
# place-numbers.csv: number,place,author. What the United Nations' M49, or UN
# Comtrade where it differs, calls by this number. In order of the places; the
# first number of a place is the one that trade data use now.
# place-systems.csv: system,code,place. The codes of SIPRI, of the Correlates of
# War (cow) and of Gleditsch and Ward (gw), in order of the systems; those of ISO
# 3166 are in the other tables.
# successors.csv: former,successor,source. Under which place a former state is
# counted when former states are merged into their successors.

# What utf8_key() makes of a spelling, for the letters that occur. A letter
# that is missing here stops the build; test_place compares the two.
function key_of(spelling,    i)
{
    for (i = 1; i < fold_count; i += 2)
        gsub(fold[i], fold[i + 1], spelling)
    if (spelling ~ /[^ -~]/)
        fail("no fold in key_of() for a letter of '" spelling "'")
    if (spelling ~ /^ | $|  /)
        fail("superfluous blanks in '" spelling "'")
    return tolower(spelling)
}

# What place_of_key() compares where no key is equal: letters, digits and the
# publishers' stars.
function letters_of(key)
{
    gsub(/&/, "and", key)
    gsub(/[^a-z0-9*]/, "", key)
    return key
}

function add_spelling(spelling,    key, letters)
{
    key = key_of(spelling)
    if (key == "")
        fail("an empty spelling of " place_name)
    if (key in place_by_key)
        fail("'" spelling "' is a spelling twice")
    place_by_key[key] = places
    keys[++key_count] = key
    spellings[++spelling_count] = spelling
    letters = letters_of(key)
    if (!(letters in place_by_letters)) {
        place_by_letters[letters] = places
        letter_keys[++letter_count] = letters
    } else if (place_by_letters[letters] != places) {
        fail("'" spelling "' is another place's spelling but for its marks")
    }
}

function add_place(    name, i, count, alias)
{
    name = field[1]
    if (places > 0 && name <= names[places - 1])
        fail("'" name "' does not come after '" names[places - 1] "'")
    if (!(field[3] in kind_constant))
        fail("unknown kind '" field[3] "'")
    check_years(field[5], field[6], name)
    if (field[2] != "") {
        if (field[2] !~ /^[A-Z][A-Z][A-Z]$/ || field[2] in place_by_code)
            fail("code '" field[2] "' of " name)
        place_by_code[field[2]] = places
        codes[++code_count] = field[2]
    }
    names[places] = name
    iso3[places] = field[2]
    place_by_name[name] = places
    rows[places] = sprintf("    {%s, \"%s\", %s, %s, %d, %d},", \
        quoted(name), field[2], kind_constant[field[3]], quoted(field[4]), \
        field[5], field[6])

    start[places] = spelling_count
    add_spelling(name)
    count = split(field[7], alias, "|")
    for (i = 1; i <= count; i++)
        add_spelling(alias[i])
    places++
}

function place_named(name)
{
    if (name != "" && !(name in place_by_name))
        fail("'" name "' is no place")
    return name == "" ? "" : place_by_name[name]
}

function add_refusal(code, sipri, others)
{
    if (refusal_count > 0 && code <= refusals[refusal_count])
        fail("'" code "' does not come after '" refusals[refusal_count] "'")
    if (length(code) > 2 && tolower(code) in place_by_key)
        fail("'" code "' is a spelling")
    refusals[++refusal_count] = code
    if (length(code) == 2 && others != "")
        system_rows[++system_count] = sprintf( \
            "    {PLACE_SYSTEM_ISO2, \"%s\", %d},", code, place_named(others))
    is_refused[code] = 1
    sipri_place[code] = place_named(sipri)
    others_place[code] = place_named(others)
}

# What a person may write for a place.
function writable(place)
{
    return iso3[place] == "" || iso3[place] in is_refused ? \
        "'" names[place] "'" : iso3[place]
}

function reason_of(code,    sipri, others, clause)
{
    sipri = sipri_place[code]
    others = others_place[code]
    if (sipri != "" && others != "") {
        clause = code " is " names[sipri] " for SIPRI and " names[others]
        clause = clause (iso3[others] == code || length(code) == 2 ? \
            " in ISO 3166" : " for others")
        return clause "; write " writable(sipri) " or " writable(others)
    }
    if (length(code) == 2)
        return "two-letter codes are not accepted; write " writable(others)
    return code " is only SIPRI's code of " names[sipri] "; write " \
        writable(sipri)
}

function add_number(number, place,    i)
{
    if (number_count > 0 && place < last_place)
        fail("'" place "' does not come after '" last_place "'")
    if (number in number_place)
        fail(number " stands twice")
    number_place[number] = place_named(place)
    is_first[number] = place != last_place
    last_place = place
    for (i = ++number_count; i > 1 && numbers[i - 1] + 0 > number + 0; i--)
        numbers[i] = numbers[i - 1]
    numbers[i] = number
}

function add_code(author, code, place)
{
    if ((author, code) in author_place)
        fail(author " " code " stands twice")
    author_place[author, code] = place_named(place)
    system_rows[++system_count] = sprintf("    {PLACE_SYSTEM_%s, \"%s\", %d},", \
        toupper(author), code, author_place[author, code])
}

function add_successor(former, successor)
{
    if (successor_count > 0 && former <= formers[successor_count])
        fail("'" former "' does not come after '" formers[successor_count] "'")
    formers[++successor_count] = former
    former_place[successor_count] = place_named(former)
    successor_place[successor_count] = place_named(successor)
    if (successor in is_former || former in is_successor)
        fail("'" former "' and '" successor "' make a chain")
    is_former[former] = is_successor[successor] = 1
}

# Shell sort of list[1..count] by bytes.
function sort(list, count,    gap, i, j, held)
{
    for (gap = int(count / 2); gap > 0; gap = int(gap / 2))
        for (i = gap + 1; i <= count; i++) {
            held = list[i]
            for (j = i; j > gap && list[j - gap] > held; j -= gap)
                list[j] = list[j - gap]
            list[j] = held
        }
}

function print_keys(name, list, count, place,    i)
{
    sort(list, count)
    printf "\nconst size_t %s_count = %d;\n", name, count
    printf "const struct place_key %ss[] = {\n", name
    for (i = 1; i <= count; i++)
        printf "    {%s, %d},\n", quoted(list[i]), place[list[i]]
    print "};"
}

BEGIN {
    split("state former_state armed_group organisation unknown world", kinds)
    for (i in kinds)
        kind_constant[kinds[i]] = "PLACE_" toupper(kinds[i])
    fold_count = split("Å a ã a ç c è e é e É e ë e ô o ö o ï i í i ü u ’ '", \
        fold, " ")
    places = spelling_count = 0
}

FNR == 1 {
    head = $0
    if (head != "name,iso3,kind,region,from_year,to_year,aliases" && \
        head != "code,sipri,others" && head != "number,place,author" && \
        head != "former,successor,source" && head != "system,code,place")
        fail("unexpected header")
    next
}

head ~ /^name/ {
    if (split_record($0) != 7)
        fail("not seven fields")
    add_place()
    next
}

head ~ /^number/ {
    if (split_record($0) != 3 || field[1] !~ /^[1-9][0-9]?[0-9]?$/ || \
        field[2] == "" || field[3] !~ /^(m49|comtrade)$/)
        fail("not a number, a name and an author")
    add_number(field[1], field[2])
    next
}

head ~ /^system/ {
    if (split_record($0) != 3 || field[1] !~ /^(cow|gw|sipri)$/ || \
        field[2] !~ /^([A-Z][A-Z][A-Z]?|[1-9][0-9]?[0-9]?)$/ || field[3] == "")
        fail("not a system, a code and a name")
    add_code(field[1], field[2], field[3])
    next
}

head ~ /^former/ {
    if (split_record($0) != 3 || field[1] == "" || field[2] == "" || \
        field[3] == "")
        fail("not two names and a source")
    add_successor(field[1], field[2])
    next
}

{
    if (split_record($0) != 3 || field[1] !~ /^[A-Z][A-Z][A-Z]?$/)
        fail("not a code and two names")
    add_refusal(field[1], field[2], field[3])
}

END {
    if (failed)
        exit 1
    print "/* SPDX-License-Identifier: GPL-3.0-or-later */"
    print "/* Made by scripts/places-table.awk; change its input instead. */"
    print "#include \"trade/place_table.h\""

    printf "\nconst size_t place_table_count = %d;\n", places
    print "const struct place place_table[] = {"
    for (i = 0; i < places; i++)
        print rows[i]
    print "};"

    print "\nconst char *const place_spellings[] = {"
    for (i = 1; i <= spelling_count; i++)
        print "    " quoted(spellings[i]) ","
    print "};"
    print "\nconst uint16_t place_spelling_start[] = {"
    for (i = 0; i < places; i++)
        print "    " start[i] ","
    print "    " spelling_count ",\n};"

    for (i = 1; i <= code_count; i++) {
        key = tolower(codes[i])
        if (key in place_by_key && \
            place_by_key[key] != place_by_code[codes[i]])
            fail("'" codes[i] "' is a code and another place's spelling")
    }
    print_keys("place_key", keys, key_count, place_by_key)
    print_keys("place_letter", letter_keys, letter_count, place_by_letters)
    print_keys("place_code", codes, code_count, place_by_code)

    printf "\nconst size_t place_refusal_count = %d;\n", refusal_count
    print "const struct place_refusal place_refusals[] = {"
    for (i = 1; i <= refusal_count; i++)
        printf "    {\"%s\", %s},\n", refusals[i], \
            quoted(reason_of(refusals[i]))
    print "};"

    printf "\nconst size_t place_number_count = %d;\n", number_count
    print "const struct place_number place_numbers[] = {"
    for (i = 1; i <= number_count; i++)
        printf "    {%d, %d, %s},\n", numbers[i], number_place[numbers[i]], \
            is_first[numbers[i]] ? "true" : "false"
    print "};"

    printf "\nconst size_t place_system_code_count = %d;\n", system_count
    print "const struct place_system_code place_system_codes[] = {"
    for (i = 1; i <= system_count; i++)
        print system_rows[i]
    print "};"

    printf "\nconst size_t place_successor_count = %d;\n", successor_count
    print "const struct place_successor place_successors[] = {"
    for (i = 1; i <= successor_count; i++)
        printf "    {%d, %d},\n", former_place[i], successor_place[i]
    print "};"
}
