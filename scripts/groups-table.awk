# SPDX-License-Identifier: GPL-3.0-or-later
# Makes src/trade/place_group_table.c (see place_group_table.h) from the tables
# of places, of groups and of their members:
#
#   LC_ALL=C awk -f tables.awk -f groups-table.awk places.csv groups.csv \
#       group-members.csv
#
# groups.csv: author,group,kind,title,by. What an organisation says of itself
# has its name as author and as group. Kinds: "group"; "region", whose members
# are the places that have its title as their region in places.csv; "list",
# whose members are groups that share no place.
# group-members.csv: author,group,member,from_year,to_year. A member is a name
# of places.csv or, as @author:group, another group with all of its members.
# Years are the first and the last that count; empty ones mean "before 1950"
# and "to this day".

function add_group(    id)
{
    id = field[1] ":" field[2]
    if (field[1] !~ /^[a-z][a-z0-9-]*$/ || field[2] !~ /^[a-z][a-z0-9-]*$/)
        fail("not two words: " id)
    if (field[3] !~ /^(group|region|list)$/ || field[4] == "" || field[5] == "")
        fail("kind, title or author of " id)
    if (id in group_number)
        fail(id " stands twice")
    group_number[id] = groups
    ids[groups] = id
    kind[groups] = field[3]
    title[groups] = field[4]
    heads[groups] = sprintf("    {%s, %s, %s, %s, %s},", quoted(field[1]), \
        quoted(field[2]), quoted(field[4]), quoted(field[5]), \
        field[3] == "list" ? "true" : "false")
    groups++
}

function add_member(    id, group)
{
    id = field[1] ":" field[2]
    if (!(id in group_number))
        fail("no group " id)
    group = group_number[id]
    check_years(field[4], field[5], field[3])
    member[group, ++count[group]] = field[3]
    from[group, count[group]] = field[4] + 0
    to[group, count[group]] = field[5] + 0
}

# Takes all members of a group into the flat list of another one; groups among
# them with theirs.
function flatten(into, group,    i, name)
{
    if (++depth > 8)
        fail("groups that hold each other: " ids[group])
    if (kind[group] == "region")
        for (i = 0; i < places; i++)
            if (region[i] == title[group])
                add_flat(into, i, 0, 0)
    for (i = 1; i <= count[group]; i++) {
        name = member[group, i]
        if (name ~ /^@/) {
            name = substr(name, 2)
            if (!(name in group_number))
                fail("no group '" name "' for " ids[group])
            flatten(into, group_number[name])
        } else if (kind[group] == "group" && name in place_number) {
            add_flat(into, place_number[name], from[group, i], to[group, i])
        } else {
            fail("'" name "' is no member for " ids[group])
        }
    }
    depth--
}

# In order of places; spans of one place in order of years.
function add_flat(into, place, first, last,    i)
{
    for (i = ++flats; i > 1 && (flat_place[i - 1] > place || \
        (flat_place[i - 1] == place && flat_from[i - 1] > first)); i--) {
        flat_place[i] = flat_place[i - 1]
        flat_from[i] = flat_from[i - 1]
        flat_to[i] = flat_to[i - 1]
    }
    if (i > 1 && flat_place[i - 1] == place && \
        (flat_to[i - 1] == 0 || flat_to[i - 1] >= first))
        fail("a member of " ids[into] " stands twice: " names[place])
    flat_place[i] = place
    flat_from[i] = first
    flat_to[i] = last
}

BEGIN {
    places = groups = members = parts = 0
}

FNR == 1 {
    head = $0
    if (head != "name,iso3,kind,region,from_year,to_year,aliases" && \
        head != "author,group,kind,title,by" && \
        head != "author,group,member,from_year,to_year")
        fail("unexpected header")
    next
}

head ~ /^name/ {
    split_record($0)
    place_number[field[1]] = places
    names[places] = field[1]
    region[places++] = field[4]
    next
}

head ~ /,kind,/ {
    if (split_record($0) != 5)
        fail("not five fields")
    add_group()
    next
}

{
    if (split_record($0) != 5)
        fail("not five fields")
    add_member()
}

END {
    if (failed)
        exit 1
    print "/* SPDX-License-Identifier: GPL-3.0-or-later */"
    print "/* Made by scripts/groups-table.awk; change its input instead. */"
    print "#include \"trade/place_group_table.h\""
    print "#include \"trade/place_table.h\""

    printf "\nconst size_t place_group_table_count = %d;\n", groups
    print "const struct place_group place_group_table[] = {"
    for (g = 0; g < groups; g++)
        print heads[g]
    print "};"

    print "\nconst struct membership place_group_member_table[] = {"
    for (g = 0; g < groups; g++) {
        flats = 0
        flatten(g, g)
        if (flats == 0)
            fail("no members: " ids[g])
        start[g] = members
        members += flats
        for (i = 1; i <= flats; i++)
            printf "    {&place_table[%d], %d, %d},\n", flat_place[i], \
                flat_from[i], flat_to[i]
    }
    print "};"
    print "const uint16_t place_group_member_start[] = {"
    for (g = 0; g < groups; g++)
        print "    " start[g] ","
    print "    " members ",\n};"

    print "\nconst struct place_group *const place_group_part_table[] = {"
    for (g = 0; g < groups; g++) {
        part_start[g] = parts
        for (i = 1; kind[g] == "list" && i <= count[g]; i++) {
            print "    &place_group_table[" \
                group_number[substr(member[g, i], 2)] "],"
            parts++
        }
    }
    print "};"
    print "const uint16_t place_group_part_start[] = {"
    for (g = 0; g < groups; g++)
        print "    " part_start[g] ","
    print "    " parts ",\n};"
}
