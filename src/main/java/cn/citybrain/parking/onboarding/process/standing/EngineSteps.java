package cn.citybrain.parking.onboarding.process.standing;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.overdue.OverdueNotes;
import cn.citybrain.parking.onboarding.process.standing.Standing.Subject;
import cn.citybrain.parking.onboarding.process.standing.StandingRows.Instance;
import cn.citybrain.parking.onboarding.turn.Step;
import cn.citybrain.parking.onboarding.turn.Steps;
import cn.citybrain.parking.onboarding.turn.Turn;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Where the processes of applications and lots stand, found by their business keys. */
@Component
class EngineSteps implements Steps {

    private static final String ESCALATION = "escalation:";

    private final StandingRows rows;
    private final KnownElements elements;
    private final OverdueNotes overdue;
    private final EngineRights rights;

    EngineSteps(StandingRows rows, KnownElements elements, OverdueNotes overdue, EngineRights rights) {
        this.rows = rows;
        this.elements = elements;
        this.overdue = overdue;
        this.rights = rights;
    }

    @Override
    public List<Step> of(Collection<String> applications, Collection<LotBinding> lots) {
        Standing standing = new Standing(applications, lots);
        Map<String, Instance> instances = rows.instances(standing.keys());
        if (instances.isEmpty()) {
            return List.of();
        }
        Set<Long> bindings = lots.stream().map(LotBinding::id).collect(Collectors.toSet());
        Map<String, String> notes = rights.own(() -> overdue.ofSteps(applications, bindings));
        return new Reading(standing, instances, notes).steps();
    }

    private final class Reading {

        private final Standing standing;
        private final Map<String, Instance> instances;
        private final Map<String, String> notes;

        Reading(Standing standing, Map<String, Instance> instances, Map<String, String> notes) {
            this.standing = standing;
            this.instances = instances;
            this.notes = notes;
        }

        List<Step> steps() {
            Set<String> ids = instances.keySet();
            return Stream.of(
                            rows.incidents(ids).stream().map(this::stopped),
                            rows.tasks(ids).stream().map(this::task),
                            rows.waits(ids).stream().map(this::wait),
                            rows.acts(ids).stream().map(this::act),
                            rows.timers(ids).stream().map(this::timer))
                    .flatMap(Function.identity())
                    .flatMap(Optional::stream)
                    .toList();
        }

        private Optional<Step> stopped(StandingRows.Incident row) {
            return place(row.instanceId(), row.definitionId(), row.element(), row.since(), null)
                    .map(Step.Stopped::new);
        }

        private Optional<Step> task(StandingRows.Task row) {
            return place(row.instanceId(), row.definitionId(), row.element(), row.since(), notes.get(row.id()))
                    .filter(at -> row.group() != null)
                    .map(at -> new Step.PersonsTask(
                            named(at, row.name()),
                            new Turn.Task(row.id(), row.name(), row.assignee()),
                            Role.ofGroup(row.group()).orElse(Role.LOT_VENDOR),
                            row.group(),
                            row.due(),
                            elements.of(row.definitionId(), row.element()).visitor(),
                            row.definitionId().startsWith(ESCALATION)));
        }

        /** A step's own message; the one of an escalation is told beside the step that is late. */
        private Optional<Step> wait(StandingRows.Wait row) {
            boolean other = elements.of(row.definitionId(), row.element()).atBorder()
                    || row.definitionId().startsWith(ESCALATION);
            return place(row.instanceId(), row.definitionId(), row.element(), row.since(), notes.get(row.executionId()))
                    .filter(at -> !other)
                    .map(at -> row.question() == null
                            ? new Step.Message(at)
                            : new Step.Answer(at, row.question(), row.expectedAt()));
        }

        private Optional<Step> act(StandingRows.Act row) {
            return place(row.instanceId(), row.definitionId(), row.element(), row.since(), null)
                    .map(at -> new Step.Act(at, row.failed(), row.postponed()));
        }

        private Optional<Step> timer(StandingRows.Timer row) {
            return place(row.instanceId(), row.definitionId(), row.element(), row.since(), null)
                    .map(at -> new Step.Appointed(at, row.due()));
        }

        private Optional<Step.Place> place(
                String instanceId, String definitionId, String element, Instant since, String note) {
            return standing.of(instances.get(instanceId))
                    .map(subject -> place(
                            subject,
                            instanceId,
                            element,
                            elements.of(definitionId, element).name(),
                            since,
                            note));
        }

        private static Step.Place place(
                Subject about, String instanceId, String element, String name, Instant since, String note) {
            return new Step.Place(about.applicationNo(), about.bindingId(), instanceId, element, name, since, note);
        }

        /** Some tasks are called otherwise than their step. */
        private static Step.Place named(Step.Place at, String name) {
            return new Step.Place(
                    at.applicationNo(), at.bindingId(), at.instanceId(), at.element(), name, at.since(), at.overdue());
        }
    }
}
