package cn.citybrain.parking.onboarding.audit.dossier.print;

import cn.citybrain.parking.onboarding.audit.dossier.print.Diagram.Box;
import cn.citybrain.parking.onboarding.audit.dossier.print.Diagram.Flow;
import cn.citybrain.parking.onboarding.audit.dossier.print.Diagram.Shape;
import cn.citybrain.parking.onboarding.audit.dossier.print.Diagram.Spot;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** Reads the picture out of a BPMN file. What the picture shows and the model does not know is left out. */
public final class DiagramReader {

    private DiagramReader() {}

    /** @param xml BPMN 2.0 with its diagram */
    public static Diagram read(String xml) {
        BpmnModelInstance model =
                Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        List<Shape> shapes = model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement() != null)
                .map(DiagramReader::shape)
                .toList();
        List<Flow> flows = model.getModelElementsByType(BpmnEdge.class).stream()
                .filter(edge -> edge.getBpmnElement() instanceof SequenceFlow)
                .map(DiagramReader::flow)
                .toList();
        return new Diagram(shapes, flows);
    }

    private static Shape shape(BpmnShape shape) {
        BaseElement element = shape.getBpmnElement();
        String trigger = element.getChildElementsByType(EventDefinition.class).stream()
                .map(definition -> definition.getElementType().getTypeName())
                .findFirst()
                .orElse("");
        return new Shape(
                element.getId(),
                element.getElementType().getTypeName(),
                name(element),
                box(shape.getBounds()),
                label(shape.getBpmnLabel()),
                element instanceof SubProcess && shape.isExpanded(),
                trigger,
                dashed(element),
                element instanceof Activity activity && activity.getLoopCharacteristics() != null);
    }

    private static boolean dashed(BaseElement element) {
        if (element instanceof BoundaryEvent boundary) {
            return !boundary.cancelActivity();
        }
        if (element instanceof StartEvent start) {
            return !start.isInterrupting();
        }
        return element instanceof SubProcess part && part.triggeredByEvent();
    }

    private static Flow flow(BpmnEdge edge) {
        List<Spot> spots = edge.getWaypoints().stream()
                .map(point -> new Spot((float) point.getX(), (float) point.getY()))
                .toList();
        return new Flow(edge.getBpmnElement().getId(), name(edge.getBpmnElement()), spots, label(edge.getBpmnLabel()));
    }

    private static Box label(BpmnLabel label) {
        return label == null || label.getBounds() == null ? null : box(label.getBounds());
    }

    private static Box box(Bounds bounds) {
        return new Box(
                bounds.getX().floatValue(),
                bounds.getY().floatValue(),
                bounds.getWidth().floatValue(),
                bounds.getHeight().floatValue());
    }

    private static String name(BaseElement element) {
        String name = element.getAttributeValue("name");
        return name == null ? "" : name.replaceAll("\\s+", " ").strip();
    }
}
