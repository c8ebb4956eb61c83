package cn.citybrain.parking.onboarding.process.worklist;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** The open tasks of applications and lots, whoever asks: one statement each. What a transaction changes is seen after it. */
@NamedInterface("services")
@Component
public class OpenTasks {

    private final JdbcClient jdbc;

    OpenTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** With those of their lots, oldest first. */
    public List<OpenTask> ofApplications(Collection<String> numbers) {
        return where("application_no", numbers);
    }

    /** Of lots at a channel, oldest first; without what is about their application as a whole. */
    public List<OpenTask> ofBindings(Collection<Long> bindings) {
        return where("binding_id", bindings);
    }

    private List<OpenTask> where(String column, Collection<?> values) {
        return values.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT * FROM open_task WHERE " + column + " IN (:values) ORDER BY created_at, task_id")
                        .param("values", values)
                        .query(OpenTask::read)
                        .list();
    }
}
