package cn.citybrain.parking.onboarding.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The drawings can be read: nothing overlaps, nothing crosses, and the happy path is one straight line. */
class DiagramTest {

    private static final String ALL = "cn.citybrain.parking.onboarding.process.model.Models#all";

    @ParameterizedTest
    @MethodSource(ALL)
    void drawsEveryElement(String name, BpmnModelInstance model) {
        Set<String> drawn = Stream.concat(
                        model.getModelElementsByType(BpmnShape.class).stream().map(BpmnShape::getBpmnElement),
                        model.getModelElementsByType(BpmnEdge.class).stream().map(BpmnEdge::getBpmnElement))
                .map(BaseElement::getId)
                .collect(Collectors.toSet());
        assertThat(model.getModelElementsByType(FlowNode.class)).allMatch(node -> drawn.contains(node.getId()));
        assertThat(model.getModelElementsByType(SequenceFlow.class)).allMatch(flow -> drawn.contains(flow.getId()));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void overlapsNoShapesAndNoLabels(String name, BpmnModelInstance model) {
        Map<String, Rectangle2D> boxes = new HashMap<>(shapes(model));
        labels(model).forEach((id, box) -> boxes.put("label of " + id, box));
        List<String> overlaps = new ArrayList<>();
        boxes.forEach((a, first) -> boxes.forEach((b, second) -> {
            if (a.compareTo(b) < 0 && first.intersects(second) && !allowed(model, a, b)) {
                overlaps.add(a + " / " + b);
            }
        }));
        assertThat(overlaps).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void crossesNoFlowsAndRunsThroughNoShape(String name, BpmnModelInstance model) {
        List<BpmnEdge> edges = List.copyOf(model.getModelElementsByType(BpmnEdge.class));
        List<String> crossings = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            for (int j = i + 1; j < edges.size(); j++) {
                if (cross(edges.get(i), edges.get(j))) {
                    crossings.add(edges.get(i).getBpmnElement().getId() + " x "
                            + edges.get(j).getBpmnElement().getId());
                }
            }
        }
        shapes(model)
                .forEach((id, box) -> edges.forEach(edge -> {
                    if (!(model.getModelElementById(id) instanceof SubProcess) && runsThrough(edge, box)) {
                        crossings.add(edge.getBpmnElement().getId() + " through " + id);
                    }
                }));
        assertThat(crossings).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void drawsTheHappyPathOnOneLine(String name, BpmnModelInstance model) {
        Map<String, Rectangle2D> shapes = shapes(model);
        FlowNode at = Models.start(model);
        FlowNode end = Models.happyEnd(model);
        double line = shapes.get(at.getId()).getCenterY();
        assertThat(shapes.get(end.getId()).getCenterY()).isEqualTo(line);
        List<SequenceFlow> straight = onTheLine(model, line);
        for (int steps = 0; !at.equals(end); steps++) {
            FlowNode from = at;
            at = straight.stream()
                    .filter(flow -> flow.getSource().equals(from))
                    .findFirst()
                    .map(SequenceFlow::getTarget)
                    .orElseThrow(() -> new AssertionError(from.getId() + " does not go straight on"));
            assertThat(shapes.get(at.getId()).getMinX())
                    .as("left to right")
                    .isGreaterThan(shapes.get(from.getId()).getMinX());
            assertThat(steps).isLessThan(50);
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void labelsEveryBranch(String name, BpmnModelInstance model) {
        assertThat(model.getModelElementsByType(ExclusiveGateway.class).stream()
                        .filter(gateway -> gateway.getOutgoing().size() > 1))
                .allSatisfy(gateway -> {
                    assertThat(gateway.getName()).as(gateway.getId()).isNotBlank();
                    assertThat(gateway.getOutgoing())
                            .allSatisfy(flow ->
                                    assertThat(flow.getName()).as(flow.getId()).isNotBlank());
                });
    }

    private static List<SequenceFlow> onTheLine(BpmnModelInstance model, double line) {
        return model.getModelElementsByType(BpmnEdge.class).stream()
                .filter(edge -> edge.getWaypoints().stream().allMatch(point -> Math.abs(point.getY() - line) < 1))
                .map(edge -> (SequenceFlow) edge.getBpmnElement())
                .toList();
    }

    /** Inside of a subprocess, and a boundary event on its host. */
    private static boolean allowed(BpmnModelInstance model, String a, String b) {
        return contains(model, a, b) || contains(model, b, a);
    }

    private static boolean contains(BpmnModelInstance model, String outer, String inner) {
        String id = inner.startsWith("label of ") ? inner.substring("label of ".length()) : inner;
        if (!(model.getModelElementById(outer) instanceof FlowNode host)) {
            return false;
        }
        var element = model.getModelElementById(id);
        if (element instanceof BoundaryEvent event && event.getAttachedTo().equals(host)) {
            return true;
        }
        for (var parent = element.getParentElement(); parent != null; parent = parent.getParentElement()) {
            if (parent.equals(host)) {
                return true;
            }
        }
        return false;
    }

    private static boolean cross(BpmnEdge a, BpmnEdge b) {
        for (Line2D first : lines(a)) {
            for (Line2D second : lines(b)) {
                if (first.intersectsLine(second) && !meet(a, b)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Flows of one gateway may touch where they begin or end. */
    private static boolean meet(BpmnEdge a, BpmnEdge b) {
        List<Point2D> first = points(a);
        List<Point2D> second = points(b);
        return Stream.of(first.get(0), first.get(first.size() - 1))
                .anyMatch(end -> end.equals(second.get(0)) || end.equals(second.get(second.size() - 1)));
    }

    private static boolean runsThrough(BpmnEdge edge, Rectangle2D box) {
        Rectangle2D inside =
                new Rectangle2D.Double(box.getX() + 2, box.getY() + 2, box.getWidth() - 4, box.getHeight() - 4);
        return lines(edge).stream().anyMatch(line -> line.intersects(inside));
    }

    private static List<Line2D> lines(BpmnEdge edge) {
        List<Point2D> points = points(edge);
        List<Line2D> lines = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            lines.add(new Line2D.Double(points.get(i - 1), points.get(i)));
        }
        return lines;
    }

    private static List<Point2D> points(BpmnEdge edge) {
        List<Point2D> points = new ArrayList<>();
        for (Waypoint point : edge.getWaypoints()) {
            points.add(new Point2D.Double(point.getX(), point.getY()));
        }
        return points;
    }

    private static Map<String, Rectangle2D> shapes(BpmnModelInstance model) {
        return model.getModelElementsByType(BpmnShape.class).stream()
                .collect(Collectors.toMap(shape -> shape.getBpmnElement().getId(), shape -> box(shape.getBounds())));
    }

    private static Map<String, Rectangle2D> labels(BpmnModelInstance model) {
        Map<String, Rectangle2D> labels = new HashMap<>();
        model.getModelElementsByType(BpmnShape.class)
                .forEach(shape -> add(labels, shape.getBpmnElement(), shape.getBpmnLabel()));
        model.getModelElementsByType(BpmnEdge.class)
                .forEach(edge -> add(labels, edge.getBpmnElement(), edge.getBpmnLabel()));
        return labels;
    }

    private static void add(Map<String, Rectangle2D> labels, BaseElement element, BpmnLabel label) {
        if (label != null) {
            labels.put(element.getId(), box(label.getBounds()));
        }
    }

    private static Rectangle2D box(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
