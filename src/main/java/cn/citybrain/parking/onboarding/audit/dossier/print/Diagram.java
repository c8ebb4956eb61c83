package cn.citybrain.parking.onboarding.audit.dossier.print;

import java.util.List;
import java.util.stream.Stream;

/**
 * The picture of a process model: where its elements and its flows are, in the model's own measure, downwards.
 *
 * @param shapes containers before what is in them
 */
public record Diagram(List<Shape> shapes, List<Flow> flows) {

    public Diagram {
        shapes = List.copyOf(shapes);
        flows = List.copyOf(flows);
    }

    record Box(float x, float y, float width, float height) {

        float right() {
            return x + width;
        }

        float lower() {
            return y + height;
        }

        Box around(Box other) {
            float left = Math.min(x, other.x);
            float upper = Math.min(y, other.y);
            return new Box(
                    left, upper, Math.max(right(), other.right()) - left, Math.max(lower(), other.lower()) - upper);
        }
    }

    record Spot(float x, float y) {}

    /**
     * An element.
     *
     * @param type as BPMN names it
     * @param label where its name stands, null where it stands inside
     * @param expanded whether it shows what is in it
     * @param trigger type of the event definition, empty without one
     * @param dashed an event that does not interrupt, or a part that an event begins
     * @param many whether it is done several times at once
     */
    record Shape(
            String id,
            String type,
            String name,
            Box box,
            Box label,
            boolean expanded,
            String trigger,
            boolean dashed,
            boolean many) {

        boolean isEvent() {
            return type.endsWith("Event");
        }

        boolean isGateway() {
            return type.endsWith("Gateway");
        }
    }

    record Flow(String id, String name, List<Spot> spots, Box label) {}

    /** Everything that is drawn lies within. */
    Box bounds() {
        Stream<Box> elements = shapes.stream()
                .flatMap(shape -> shape.label() == null ? Stream.of(shape.box()) : Stream.of(shape.box(), shape.label()));
        Stream<Box> lines = flows.stream()
                .flatMap(flow -> flow.spots().stream())
                .map(spot -> new Box(spot.x(), spot.y(), 0, 0));
        return Stream.concat(elements, lines).reduce(Box::around).orElse(new Box(0, 0, 1, 1));
    }
}
