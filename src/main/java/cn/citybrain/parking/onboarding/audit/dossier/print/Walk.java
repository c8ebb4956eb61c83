package cn.citybrain.parking.onboarding.audit.dossier.print;

import java.util.Map;
import java.util.Set;

/**
 * The way that was taken through a model.
 *
 * @param marks what was reached, by the element's id
 * @param flows ids of the flows that were taken
 */
public record Walk(Map<String, Mark> marks, Set<String> flows) {

    public Walk {
        marks = Map.copyOf(marks);
        flows = Set.copyOf(flows);
    }

    /**
     * @param number in the order in which elements were first reached
     * @param times how often it was reached
     */
    public record Mark(int number, int times, State state) {

        /** What is drawn beside the element. */
        String words() {
            return times > 1 ? number + "×" + times : Integer.toString(number);
        }
    }

    /** Where it stands, or how it ended the last time. */
    public enum State {
        DONE(Tone.DONE, Tone.DONE_FILL, "已完成"),
        RUNNING(Tone.RUNNING, Tone.RUNNING_FILL, "进行中"),
        FAILED(Tone.FAILED, Tone.FAILED_FILL, "故障"),
        STOPPED(Tone.STOPPED, Tone.STOPPED_FILL, "被中断");

        private final Tone line;
        private final Tone fill;
        private final String title;

        State(Tone line, Tone fill, String title) {
            this.line = line;
            this.fill = fill;
            this.title = title;
        }

        Tone line() {
            return line;
        }

        Tone fill() {
            return fill;
        }

        /** Chinese. */
        public String title() {
            return title;
        }
    }
}
