package cn.citybrain.parking.onboarding.audit.diagram;

import cn.citybrain.parking.onboarding.audit.diagram.Course.Flow;
import cn.citybrain.parking.onboarding.audit.diagram.Course.Passage;
import cn.citybrain.parking.onboarding.audit.diagram.Course.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which sequence flows were taken. The engine records steps and no flows; so each step is traced to the one it followed: the
 * last that had been done by then, in the same scope, with a flow to it that nothing else has used. A gateway that chooses
 * one way leads to one step each time it is passed.
 */
final class TakenFlows {

    private static final Comparator<Left> LATEST =
            Comparator.comparing((Left left) -> left.step().ended()).thenComparing(Left::position);

    private final ModelFlows model;
    private final List<Left> left = new ArrayList<>();
    private final List<Flow> taken = new ArrayList<>();

    private TakenFlows(ModelFlows model) {
        this.model = model;
    }

    /** @param steps of one instance, in the order in which they began */
    static List<Flow> of(List<Step> steps, ModelFlows model) {
        TakenFlows path = new TakenFlows(model);
        Set<String> holders = new HashSet<>();
        steps.stream().filter(Step::holdsSeveral).map(Step::id).forEach(holders::add);
        List<Step> outer =
                steps.stream().filter(step -> !holders.contains(step.scopeId())).toList();
        for (int i = 0; i < outer.size(); i++) {
            path.leave(outer.get(i), i);
        }
        for (int i = 0; i < outer.size(); i++) {
            path.reach(outer.get(i), i);
        }
        return List.copyOf(path.taken);
    }

    /** @param position in the order of beginning: of steps that ended at the same moment the later one is meant */
    private record Left(Step step, int position, Set<String> used) {}

    private void leave(Step step, int position) {
        if (step.passage() == Passage.DONE) {
            left.add(new Left(step, position, new HashSet<>()));
        }
    }

    private void reach(Step step, int position) {
        List<ModelFlows.Line> lines = model.into(step.element());
        Optional<Left> before = left.stream()
                .filter(candidate -> candidate.position() < position)
                .filter(candidate -> leadsTo(candidate.step(), step)
                        && free(candidate, lines).isPresent())
                .max(LATEST);
        before.ifPresent(found -> free(found, lines).ifPresent(line -> {
            found.used().add(line.id());
            taken.add(new Flow(line.id(), step.started()));
        }));
    }

    private static boolean leadsTo(Step before, Step step) {
        return before.scopeId().equals(step.scopeId()) && !before.ended().isAfter(step.started());
    }

    private Optional<ModelFlows.Line> free(Left candidate, List<ModelFlows.Line> lines) {
        String from = candidate.step().element();
        if (model.choosesOne(from) && !candidate.used().isEmpty()) {
            return Optional.empty();
        }
        return lines.stream()
                .filter(line -> line.from().equals(from) && !candidate.used().contains(line.id()))
                .findFirst();
    }
}
