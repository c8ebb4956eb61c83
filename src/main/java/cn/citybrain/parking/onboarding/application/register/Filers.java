package cn.citybrain.parking.onboarding.application.register;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.NotAllowed;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * Four eyes: who filed an application decides nothing about it. That is who began it, and whoever submitted one of its
 * revisions; a later one by somebody else changes nothing.
 */
@NamedInterface("services")
@Component
public class Filers {

    private static final Set<String> WHO_DECIDE = Set.of(Role.OPS_REVIEWER.group(), Role.OPS_SUPERVISOR.group());

    private final JdbcClient jdbc;

    Filers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Their user ids; none of an application that is not there. */
    public Set<String> of(String no) {
        return new HashSet<>(jdbc.sql("SELECT created_by FROM application WHERE no = :no"
                        + " UNION SELECT submitted_by FROM application_revision WHERE application_no = :no")
                .param("no", no)
                .query(String.class)
                .list());
    }

    /** Whether what a group does about an application is not for those who filed it: the operating company's. */
    public static boolean areBarredFrom(String group) {
        return group != null && WHO_DECIDE.contains(group);
    }

    /** Those of these applications that somebody filed whose roles let them decide as well. At most one statement. */
    public Set<String> ownOf(Actor actor, Collection<String> numbers) {
        if (!mayBe(actor) || numbers.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("SELECT no FROM application WHERE no IN (:numbers) AND created_by = :who"
                        + " UNION SELECT application_no FROM application_revision"
                        + " WHERE application_no IN (:numbers) AND submitted_by = :who")
                .param("numbers", numbers)
                .param("who", actor.userId())
                .query(String.class)
                .list());
    }

    /** Whether somebody's roles let them file and decide: else no list need ask. */
    public static boolean mayBe(Actor actor) {
        return actor.is(Role.LOT_OPERATOR) && actor.groups().stream().anyMatch(Filers::areBarredFrom);
    }

    /**
     * A condition of SQL: whether a group's task is not for somebody.
     *
     * @param group the expression of the group
     * @param no the expression of the application's number
     * @param who the expression of the user id
     */
    public static String areBarred(String group, String no, String who) {
        String groups = WHO_DECIDE.stream().sorted().collect(Collectors.joining("', '", "'", "'"));
        return "(" + group + " IN (" + groups + ") AND (EXISTS (SELECT 1 FROM application f WHERE f.no = " + no
                + " AND f.created_by = " + who + ") OR EXISTS (SELECT 1 FROM application_revision f"
                + " WHERE f.application_no = " + no + " AND f.submitted_by = " + who + ")))";
    }

    /** @throws NotAllowed if this person filed it */
    public void requireOther(String no, String by) {
        if (of(no).contains(by)) {
            throw new NotAllowed("申请 " + no + " 由您本人填报，请由其他同事审核");
        }
    }
}
