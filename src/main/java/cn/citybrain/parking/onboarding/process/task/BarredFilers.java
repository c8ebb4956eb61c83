package cn.citybrain.parking.onboarding.process.task;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.BarredPeople;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.register.Filers;
import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.Variables;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Four eyes: what the operating company does about an application is not for whoever filed it, whatever their roles. Asked
 * wherever a task is taken, given or done.
 */
@Component
public class BarredFilers implements BarredPeople {

    private static final Set<String> WHO_REVIEW = Set.of(Role.OPS_REVIEWER.group(), Role.OPS_SUPERVISOR.group());

    private final TaskService tasks;
    private final EngineRights rights;
    private final Filers filers;

    BarredFilers(TaskService tasks, EngineRights rights, Filers filers) {
        this.tasks = tasks;
        this.rights = rights;
        this.filers = filers;
    }

    /** Whether somebody's roles let them file and review: else nobody need ask for each task. */
    public static boolean mayBe(Actor actor) {
        return actor.is(Role.LOT_OPERATOR) && actor.groups().stream().anyMatch(WHO_REVIEW::contains);
    }

    /** A condition of SQL, of the expressions of a task's group, its application's number and a user id. */
    public static String areMet(String group, String no, String who) {
        String groups = WHO_REVIEW.stream().sorted().collect(Collectors.joining("', '", "'", "'"));
        return "(" + group + " IN (" + groups + ") AND " + Filers.isFiledBy(no, who) + ")";
    }

    /** Those of these applications whose tasks of the operating company are not for this person. At most one statement. */
    public Set<String> among(Collection<String> numbers, Actor actor) {
        return mayBe(actor) ? filers.filedBy(actor.userId(), numbers) : Set.of();
    }

    /** Whether it is a group of the operating company. */
    public static boolean bars(String group) {
        return group != null && WHO_REVIEW.contains(group);
    }

    @Override
    public Set<String> of(Task task) {
        return rights.own(() -> {
            boolean reviewed = tasks.getIdentityLinksForTask(task.getId()).stream()
                    .map(IdentityLink::getGroupId)
                    .anyMatch(BarredFilers::bars);
            Object no = reviewed ? tasks.getVariable(task.getId(), Variables.APPLICATION_NO.name()) : null;
            return no == null ? Set.of() : filers.of(no.toString());
        });
    }
}
