package cn.citybrain.parking.onboarding.audit.story;

import cn.citybrain.parking.onboarding.access.Role;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people of a story, by two statements for all of them: names and roles as they are now, also of who has left. */
@Component
class PeopleOfStories {

    private static final String UNKNOWN_ROLE = "";

    private final JdbcClient jdbc;

    PeopleOfStories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Person> of(Collection<String> userIds) {
        Set<String> ids = new HashSet<>(userIds);
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, String> roles = roles(ids);
        Map<String, Person> people = new HashMap<>();
        ids.forEach(id -> people.put(id, new Person(id, id, roles.getOrDefault(id, UNKNOWN_ROLE))));
        jdbc.sql("SELECT ID_, FIRST_, LAST_ FROM ACT_ID_USER WHERE ID_ IN (:ids)")
                .param("ids", ids)
                .query(row -> {
                    String id = row.getString(1);
                    String name = name(row.getString(2), row.getString(3));
                    people.put(id, new Person(id, name.isEmpty() ? id : name, roles.getOrDefault(id, UNKNOWN_ROLE)));
                });
        return people;
    }

    /** Chinese order: the family name is what the engine calls the first name. */
    private static String name(String first, String last) {
        return Stream.of(first, last)
                .filter(Objects::nonNull)
                .map(String::strip)
                .collect(Collectors.joining());
    }

    private Map<String, String> roles(Set<String> ids) {
        Map<String, Set<String>> groups = new HashMap<>();
        jdbc.sql("SELECT user_id, group_id FROM account_group WHERE user_id IN (:ids)"
                        + " UNION SELECT USER_ID_, GROUP_ID_ FROM ACT_ID_MEMBERSHIP WHERE USER_ID_ IN (:ids)"
                        + " ORDER BY 1, 2")
                .param("ids", ids)
                .query(row -> {
                    groups.computeIfAbsent(row.getString(1), any -> new LinkedHashSet<>())
                            .add(row.getString(2));
                });
        Map<String, String> roles = new HashMap<>();
        groups.forEach((id, held) -> roles.put(id, titles(List.copyOf(held))));
        return roles;
    }

    private static String titles(List<String> groups) {
        return Role.ofGroups(groups).stream().map(Role::title).collect(Collectors.joining("、"));
    }
}
