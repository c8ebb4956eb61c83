package cn.citybrain.parking.onboarding.audit.diagram;

import java.util.List;
import java.util.Set;

/**
 * The lines of a model.
 *
 * @param choosing ids of the elements that lead on by one of their lines only
 */
record ModelFlows(List<Line> lines, Set<String> choosing) {

    /** A model that is not there any more. */
    static final ModelFlows NONE = new ModelFlows(List.of(), Set.of());

    record Line(String id, String from, String to) {}

    List<Line> into(String element) {
        return lines.stream().filter(line -> line.to().equals(element)).toList();
    }

    boolean choosesOne(String element) {
        return choosing.contains(element);
    }
}
