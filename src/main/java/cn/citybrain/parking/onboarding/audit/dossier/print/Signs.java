package cn.citybrain.parking.onboarding.audit.dossier.print;

import cn.citybrain.parking.onboarding.audit.dossier.print.Diagram.Box;
import cn.citybrain.parking.onboarding.audit.dossier.print.Diagram.Spot;
import java.io.IOException;
import java.util.List;

/** The small signs in the elements of a diagram: what kind of task, event or gateway it is. */
final class Signs {

    private final Sketch sketch;

    Signs(Sketch sketch) {
        this.sketch = sketch;
    }

    /** In the left upper corner of a task. */
    void task(String type, Box box, Tone line) throws IOException {
        float x = box.x() + 12;
        float y = box.y() + 12;
        sketch.colours(line, Tone.WHITE, 1);
        switch (type) {
            case "userTask" -> person(x, y);
            case "serviceTask" -> wheel(x, y);
            case "receiveTask" -> letter(x, y, 6, 4);
            case "callActivity" -> plus(box, line);
            default -> {}
        }
    }

    /** In the middle of an event. */
    void event(String trigger, float x, float y, Tone line) throws IOException {
        sketch.colours(line, Tone.WHITE, 1);
        switch (trigger) {
            case "timerEventDefinition" -> clock(x, y);
            case "messageEventDefinition" -> letter(x, y, 8, 5.5f);
            case "errorEventDefinition", "escalationEventDefinition" -> sketch.line(
                    List.of(spot(x - 6, y + 6), spot(x - 2, y - 5), spot(x + 2, y + 4), spot(x + 6, y - 6)));
            case "terminateEventDefinition" -> {
                sketch.colours(line, line, 1);
                sketch.circle(x, y, 8);
            }
            default -> {}
        }
    }

    void gateway(String type, float x, float y, Tone line) throws IOException {
        sketch.colours(line, Tone.WHITE, 2.5f);
        if (type.equals("parallelGateway")) {
            cross(x, y, 9, 0);
        } else if (type.equals("eventBasedGateway")) {
            sketch.colours(line, Tone.WHITE, 1);
            sketch.circle(x, y, 10);
        } else {
            cross(x, y, 0, 7);
        }
    }

    /** Below the name of what is done several times at once. */
    void many(Box box, Tone line) throws IOException {
        sketch.colours(line, Tone.WHITE, 1.5f);
        float middle = box.x() + box.width() / 2 + 12;
        for (int n = -1; n <= 1; n++) {
            sketch.line(List.of(spot(middle + n * 4, box.lower() - 13), spot(middle + n * 4, box.lower() - 4)));
        }
    }

    private void cross(float x, float y, float straight, float slanting) throws IOException {
        sketch.line(List.of(spot(x - straight - slanting, y - slanting), spot(x + straight + slanting, y + slanting)));
        sketch.line(List.of(spot(x - slanting, y + straight + slanting), spot(x + slanting, y - straight - slanting)));
    }

    private void person(float x, float y) throws IOException {
        sketch.area(List.of(spot(x - 6, y + 7), spot(x - 5, y + 2), spot(x + 5, y + 2), spot(x + 6, y + 7)));
        sketch.circle(x, y - 2, 3.5f);
    }

    private void wheel(float x, float y) throws IOException {
        for (int n = 0; n < 4; n++) {
            double angle = Math.PI * n / 4;
            float dx = (float) (StrictMath.cos(angle) * 7);
            float dy = (float) (StrictMath.sin(angle) * 7);
            sketch.line(List.of(spot(x - dx, y - dy), spot(x + dx, y + dy)));
        }
        sketch.circle(x, y, 4.5f);
    }

    private void letter(float x, float y, float wide, float high) throws IOException {
        sketch.area(List.of(
                spot(x - wide, y - high), spot(x + wide, y - high), spot(x + wide, y + high), spot(x - wide, y + high)));
        sketch.line(List.of(spot(x - wide, y - high), spot(x, y + high / 4), spot(x + wide, y - high)));
    }

    private void clock(float x, float y) throws IOException {
        sketch.circle(x, y, 9);
        sketch.line(List.of(spot(x, y - 7), spot(x, y), spot(x + 5, y + 2)));
    }

    private void plus(Box box, Tone line) throws IOException {
        float x = box.x() + box.width() / 2;
        float y = box.lower() - 8;
        sketch.area(List.of(spot(x - 6, y - 6), spot(x + 6, y - 6), spot(x + 6, y + 6), spot(x - 6, y + 6)));
        sketch.colours(line, Tone.WHITE, 1);
        cross(x, y, 4, 0);
    }

    private static Spot spot(float x, float y) {
        return new Spot(x, y);
    }
}
