package cn.citybrain.parking.onboarding.application.register;

import cn.citybrain.parking.onboarding.application.NotAllowed;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
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

    /** Those of these applications that somebody filed, in one statement. */
    public Set<String> filedBy(String userId, Collection<String> numbers) {
        return numbers.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("SELECT no FROM application WHERE no IN (:numbers) AND created_by = :who"
                                + " UNION SELECT application_no FROM application_revision"
                                + " WHERE application_no IN (:numbers) AND submitted_by = :who")
                        .param("numbers", numbers)
                        .param("who", userId)
                        .query(String.class)
                        .list());
    }

    /**
     * A condition of SQL: whether somebody filed an application.
     *
     * @param no the expression of its number
     * @param who the expression of the user id
     */
    public static String isFiledBy(String no, String who) {
        return "(EXISTS (SELECT 1 FROM application f WHERE f.no = " + no + " AND f.created_by = " + who + ")"
                + " OR EXISTS (SELECT 1 FROM application_revision f WHERE f.application_no = " + no
                + " AND f.submitted_by = " + who + "))";
    }

    /** @throws NotAllowed if this person filed it */
    public void requireOther(String no, String by) {
        if (of(no).contains(by)) {
            throw new NotAllowed("申请 " + no + " 由您本人填报，请由其他同事审核");
        }
    }
}
