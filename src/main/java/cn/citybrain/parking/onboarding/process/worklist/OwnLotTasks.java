package cn.citybrain.parking.onboarding.process.worklist;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.turn.LotTasks;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** As somebody's list of what is to be done has them. */
@Component
class OwnLotTasks implements LotTasks {

    private final JdbcClient jdbc;

    OwnLotTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Found(String applicationNo, long bindingId, String taskId) {}

    @Override
    public Map<String, Own> of(Actor actor, Collection<String> applications) {
        if (applications.isEmpty()) {
            return Map.of();
        }
        Sight sight = new Sight(actor);
        return jdbc
                .sql("SELECT t.application_no, t.binding_id, t.task_id FROM open_task t"
                        + " WHERE t.application_no IN (:numbers) AND t.binding_id IS NOT NULL AND " + sight.tasks()
                        + " AND " + WorkFilter.TODO.condition(actor) + Worklist.ORDER)
                .params(sight.values())
                .param("numbers", applications)
                .query((row, n) ->
                        new Found(row.getString("application_no"), row.getLong("binding_id"), row.getString("task_id")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Found::applicationNo, Collectors.collectingAndThen(Collectors.toList(), OwnLotTasks::own)));
    }

    private static Own own(List<Found> found) {
        int lots = (int) found.stream().map(Found::bindingId).distinct().count();
        return new Own(lots, found.get(0).taskId());
    }
}
