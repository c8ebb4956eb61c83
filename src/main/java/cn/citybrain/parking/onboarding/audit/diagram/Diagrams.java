package cn.citybrain.parking.onboarding.audit.diagram;

import cn.citybrain.parking.onboarding.audit.NotOnRecord;
import cn.citybrain.parking.onboarding.audit.diagram.Course.Failure;
import cn.citybrain.parking.onboarding.audit.diagram.Course.Step;
import cn.citybrain.parking.onboarding.audit.diagram.Course.Wait;
import cn.citybrain.parking.onboarding.audit.diagram.CourseTable.Of;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Assembles what is drawn of an application, in a fixed number of statements and one look at each model. */
@Component
public class Diagrams {

    private final CourseTable table;
    private final FailureTable failures;
    private final Models models;

    Diagrams(CourseTable table, FailureTable failures, Models models) {
        this.table = table;
        this.failures = failures;
        this.models = models;
    }

    /** @throws NotOnRecord if there is no such application */
    @Transactional(readOnly = true)
    public Courses of(String applicationNo) {
        if (!table.knows(applicationNo)) {
            throw new NotOnRecord("没有申请 %s，请检查申请编号".formatted(applicationNo));
        }
        Set<String> roots = table.roots(applicationNo);
        if (roots.isEmpty()) {
            return new Courses(applicationNo, List.of());
        }
        Map<String, List<Step>> steps = grouped(table.steps(roots));
        Map<String, List<Failure>> failed = grouped(failures.of(roots));
        Map<String, List<Wait>> waits = grouped(table.waits(roots));
        List<Course> bare = table.instances(roots);
        Map<String, ModelFlows> flows =
                bare.stream().map(Course::definitionId).distinct().collect(Collectors.toMap(id -> id, models::flows));
        return new Courses(
                applicationNo,
                bare.stream()
                        .map(course -> filled(
                                course,
                                steps.getOrDefault(course.id(), List.of()),
                                flows.get(course.definitionId()),
                                failed.getOrDefault(course.id(), List.of()),
                                waits.getOrDefault(course.id(), List.of())))
                        .toList());
    }

    /** Of the application that a process instance belongs to. @throws NotOnRecord if there is no such instance */
    @Transactional(readOnly = true)
    public Courses ofInstance(String processInstanceId) {
        return of(table.applicationOf(processInstanceId)
                .orElseThrow(() -> new NotOnRecord("没有流程 %s，请检查编号".formatted(processInstanceId))));
    }

    private static Course filled(
            Course bare, List<Step> steps, ModelFlows flows, List<Failure> failures, List<Wait> waits) {
        return new Course(
                bare.id(),
                bare.parentId(),
                bare.definitionId(),
                bare.key(),
                bare.name(),
                bare.version(),
                bare.lotCode(),
                bare.lotName(),
                bare.started(),
                bare.ended(),
                bare.state(),
                steps,
                TakenFlows.of(steps, flows),
                failures,
                waits);
    }

    private static <T> Map<String, List<T>> grouped(List<Of<T>> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(Of::instanceId, Collectors.mapping(Of::value, Collectors.toList())));
    }
}
