package cn.citybrain.parking.onboarding.simulator.channel;

import cn.citybrain.parking.onboarding.simulator.channel.book.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A command that fits the state of an application, lot, visit, order or refund now.
 *
 * @param name code, part of the address
 * @param words what the button says
 * @param inputs what has to be said along
 */
public record Action(String name, String words, Kind kind, List<Input> inputs, Consumer<Inputs> work) {

    /** What it means for whoever is waiting. */
    public enum Kind {
        /** The next normal step; scripts call the first of these {@code advance}. */
        NEXT,
        OTHER,
        /** A refusal or an end. */
        BAD
    }

    /**
     * Something that has to be said along with a command.
     *
     * @param form {@code text}, {@code date}, {@code choice} or {@code complaints}
     * @param initial what stands there at first
     * @param choices code and words, for a choice
     */
    public record Input(String name, String words, String form, String initial, List<Choice> choices) {

        public record Choice(String code, String words) {}

        public static Input text(String name, String words, String initial) {
            return new Input(name, words, "text", initial, List.of());
        }

        /** {@code yyyy-MM-dd}. */
        public static Input date(String name, String words, String initial) {
            return new Input(name, words, "date", initial, List.of());
        }

        public static Input choice(String name, String words, Choice... choices) {
            return new Input(name, words, "choice", choices[0].code(), List.of(choices));
        }

        /** Any number of fields with what is wrong with each. */
        public static Input complaints() {
            return new Input("complaints", "有问题的项目", "complaints", "", List.of());
        }
    }

    /** The next normal step; every input has an initial value that will do, so that a script need say nothing. */
    public static Action next(String name, String words, Consumer<Inputs> work, Input... inputs) {
        return new Action(name, words, Kind.NEXT, Arrays.asList(inputs), work);
    }

    public static Action other(String name, String words, Consumer<Inputs> work, Input... inputs) {
        return new Action(name, words, Kind.OTHER, Arrays.asList(inputs), work);
    }

    public static Action bad(String name, String words, Consumer<Inputs> work, Input... inputs) {
        return new Action(name, words, Kind.BAD, Arrays.asList(inputs), work);
    }

    /** {@code force}: into any state, as a channel's back office can. */
    public static Action force(Map<String, Words> states, Consumer<String> work) {
        Input.Choice[] choices = states.entrySet().stream()
                .map(state -> new Input.Choice(state.getKey(), state.getValue().text()))
                .toArray(Input.Choice[]::new);
        return other(
                "force", "直接改成某个状态", inputs -> work.accept(inputs.text("state")), Input.choice("state", "状态", choices));
    }

    /** {@code refuse} with a message and complaints per field. */
    public static Action refuse(Consumer<Inputs> work) {
        return bad("refuse", "驳回", work, Input.text("message", "总的说明", "资料不符合要求，请修改后重新提交"), Input.complaints());
    }

    public void run(Inputs given) {
        work.accept(given.or(inputs));
    }
}
