package cn.citybrain.parking.onboarding.audit.statistics;

import cn.citybrain.parking.onboarding.audit.statistics.DefinitionFigures.Element;
import cn.citybrain.parking.onboarding.audit.statistics.DefinitionFigures.Instances;
import cn.citybrain.parking.onboarding.audit.statistics.DefinitionFigures.OfVersion;
import cn.citybrain.parking.onboarding.audit.statistics.DefinitionFigures.Outliers;
import cn.citybrain.parking.onboarding.audit.statistics.DefinitionFigures.Passes;
import cn.citybrain.parking.onboarding.audit.statistics.DefinitionFigures.PassesOfVersion;
import cn.citybrain.parking.onboarding.audit.statistics.StepCounts.Counted;
import cn.citybrain.parking.onboarding.audit.statistics.StepCounts.Key;
import cn.citybrain.parking.onboarding.audit.statistics.Versions.Choice;
import cn.citybrain.parking.onboarding.audit.statistics.Versions.Version;
import cn.citybrain.parking.onboarding.figures.count.Kept;
import cn.citybrain.parking.onboarding.figures.count.Models;
import cn.citybrain.parking.onboarding.figures.count.Models.Step;
import cn.citybrain.parking.onboarding.figures.count.Party;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts together what processes did. Eleven statements for one, two for all of them. */
@Component
class DefinitionHistory {

    private final Versions versions;
    private final Models models;
    private final InstanceCounts instances;
    private final StepCounts steps;
    private final Kept<Choice, DefinitionFigures> kept;
    private final Clock clock;

    DefinitionHistory(Versions versions, Models models, InstanceCounts instances, StepCounts steps, Clock clock) {
        this.kept = new Kept<>(Duration.ZERO, clock);
        this.versions = versions;
        this.models = models;
        this.instances = instances;
        this.steps = steps;
        this.clock = clock;
    }

    List<DefinitionLine> lines() {
        Map<String, Instances> counts = instances.everywhere();
        return versions.all().stream()
                .collect(Collectors.groupingBy(Version::key, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(all -> line(all, counts))
                .sorted(Comparator.comparing(DefinitionLine::key))
                .toList();
    }

    private static DefinitionLine line(List<Version> all, Map<String, Instances> counts) {
        List<Instances> own = all.stream()
                .map(version -> counts.get(version.definitionId()))
                .filter(Objects::nonNull)
                .toList();
        Version newest = all.get(all.size() - 1);
        return new DefinitionLine(
                newest.key(),
                newest.name(),
                all.stream().map(Version::number).toList(),
                own.stream().mapToLong(Instances::finished).sum(),
                own.stream().mapToLong(Instances::running).sum());
    }

    /** @param version a number, or empty for all */
    DefinitionFigures figures(String key, String version) {
        Choice choice = versions.choose(key, version);
        return kept.of(choice, () -> count(key, choice));
    }

    private DefinitionFigures count(String key, Choice choice) {
        Map<String, Step> known = steps(choice);
        Map<String, Counted> counted = steps.together(choice.ids());
        Map<Key, Passes> apart = choice.all().size() == 1
                ? Map.of()
                : steps.apart(choice.all().stream().map(Version::definitionId).toList());
        Map<String, Outliers> outliers = steps.outliers(choice.ids(), fences(known, counted));
        List<Element> elements = known.values().stream()
                .map(step -> element(
                        step, counted.get(step.id()), outliers.getOrDefault(step.id(), Outliers.NONE), choice, apart))
                .toList();
        return new DefinitionFigures(
                key,
                choice.shown().name(),
                choice.chosen() == null ? null : choice.chosen().number(),
                choice.shown().definitionId(),
                clock.instant(),
                instances.together(choice.ids(), byParty(known.values())),
                apart(choice),
                elements);
    }

    private List<OfVersion> apart(Choice choice) {
        Map<String, Instances> counts =
                instances.apart(choice.all().stream().map(Version::definitionId).toList());
        return choice.all().stream()
                .map(version -> new OfVersion(
                        version.number(), version.definitionId(), version.tag(), counts.get(version.definitionId())))
                .toList();
    }

    /** Of the model that is shown, then those that only older versions have, where they are looked at too. */
    private Map<String, Step> steps(Choice choice) {
        Map<String, Step> known = new LinkedHashMap<>();
        models.steps(choice.shown().definitionId()).forEach(step -> known.put(step.id(), step));
        if (choice.chosen() == null) {
            choice.all().forEach(version -> models.steps(version.definitionId())
                    .forEach(step -> known.putIfAbsent(step.id(), step)));
        }
        return known;
    }

    private static Map<Party, Set<String>> byParty(Collection<Step> known) {
        Map<Party, Set<String>> steps = new EnumMap<>(Party.class);
        known.stream().filter(step -> step.party() != null).forEach(step -> steps.computeIfAbsent(
                        step.party(), party -> new TreeSet<>())
                .add(step.timedBy()));
        return steps;
    }

    /** Only of steps that take somebody's time. */
    private static Map<String, Long> fences(Map<String, Step> known, Map<String, Counted> counted) {
        Map<String, Long> fences = new HashMap<>();
        counted.forEach((id, count) -> {
            Step step = known.get(id);
            if (step != null && step.party() != null && count.beyond() != null) {
                fences.put(id, count.beyond());
            }
        });
        return fences;
    }

    private static Element element(
            Step step, Counted counted, Outliers outliers, Choice choice, Map<Key, Passes> apart) {
        return new Element(
                step.id(),
                step.name(),
                step.type(),
                step.party() == null ? null : step.party().name(),
                step.party() == null ? "" : step.party().title(),
                step.calls(),
                counted == null ? Passes.NONE : counted.passes(),
                outliers,
                apart.isEmpty() ? List.of() : ofVersions(step, choice, apart));
    }

    private static List<PassesOfVersion> ofVersions(Step step, Choice choice, Map<Key, Passes> apart) {
        return choice.all().stream()
                .map(version -> new PassesOfVersion(
                        version.number(), apart.getOrDefault(new Key(version.definitionId(), step.id()), Passes.NONE)))
                .toList();
    }
}
