package cn.citybrain.parking.onboarding.audit.statistics;

import cn.citybrain.parking.onboarding.audit.NotOnRecord;
import cn.citybrain.parking.onboarding.audit.Unclear;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of the processes that were deployed here. */
@Component("countedVersions")
class Versions {

    private final JdbcClient jdbc;

    Versions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Version(String definitionId, String key, String name, int number, String tag) {}

    /**
     * Which versions of a process are looked at.
     *
     * @param all oldest first
     * @param chosen null for all
     */
    record Choice(List<Version> all, Version chosen) {

        /** The one whose model is shown. */
        Version shown() {
            return chosen == null ? all.get(all.size() - 1) : chosen;
        }

        Set<String> ids() {
            return chosen == null
                    ? all.stream().map(Version::definitionId).collect(Collectors.toSet())
                    : Set.of(chosen.definitionId());
        }
    }

    /** Those of a process together, oldest first. */
    List<Version> all() {
        return jdbc.sql("SELECT ID_, KEY_, NAME_, VERSION_, VERSION_TAG_ FROM ACT_RE_PROCDEF ORDER BY KEY_, VERSION_")
                .query((row, n) -> new Version(
                        row.getString("ID_"),
                        row.getString("KEY_"),
                        Objects.requireNonNullElse(row.getString("NAME_"), row.getString("KEY_")),
                        row.getInt("VERSION_"),
                        Objects.requireNonNullElse(row.getString("VERSION_TAG_"), "")))
                .list();
    }

    /**
     * @param number a number, or empty for all
     * @throws NotOnRecord if there is no such process or version
     * @throws Unclear if the version is no number
     */
    Choice choose(String key, String number) {
        List<Version> all =
                all().stream().filter(version -> version.key().equals(key)).toList();
        if (all.isEmpty()) {
            throw new NotOnRecord("没有流程“" + key + "”，请从流程列表重新打开");
        }
        if (number.isBlank()) {
            return new Choice(all, null);
        }
        int wished = number(number.strip());
        return new Choice(
                all,
                all.stream()
                        .filter(version -> version.number() == wished)
                        .findFirst()
                        .orElseThrow(() -> new NotOnRecord("流程“" + key + "”没有第 " + wished + " 版，请从列表里选择")));
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException e) {
            throw new Unclear("version", "版本“" + typed + "”无效，应为数字");
        }
    }
}
