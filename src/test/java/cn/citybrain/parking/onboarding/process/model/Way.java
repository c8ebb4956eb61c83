package cn.citybrain.parking.onboarding.process.model;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.process.ScriptedChannel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How some ends are reached: everybody does the usual thing but for the turns that the way takes.
 *
 * @param how the way in words
 * @param lots lots that the application is for
 * @param channel what the channel answers from the beginning
 * @param turns what is done instead of the usual, by step
 * @param ends ends that are reached: of the procedure by their id, of another model behind its name and a slash. Of the
 *     procedure's those count that its model has
 */
record Way(String how, int lots, Consumer<ScriptedChannel> channel, Map<String, Act> turns, Set<String> ends) {

    /** What somebody does at a step. */
    interface Act {
        /** @param key business key of the instance that stands at the step */
        void at(Walk walk, String key);
    }

    static Way when(String how) {
        return new Way(how, 1, answers -> {}, Map.of(), Set.of());
    }

    Way withLots(int number) {
        return new Way(how, number, channel, turns, ends);
    }

    Way withChannel(Consumer<ScriptedChannel> answers) {
        return new Way(how, lots, answers, turns, ends);
    }

    Way at(String step, Act turn) {
        Map<String, Act> more = new HashMap<>(turns);
        more.put(step, turn);
        return new Way(how, lots, channel, more, ends);
    }

    Way to(String... reached) {
        return new Way(how, lots, channel, turns, Set.of(reached));
    }

    /** The ends that it reaches at a channel, each behind the name of its model. */
    Set<String> ends(Channel at) {
        String procedure = procedure(at);
        Set<String> known = Models.ends(procedure);
        return ends.stream()
                .map(end -> end.contains("/") ? end : procedure + "/" + end)
                .filter(end -> !end.startsWith(procedure + "/") || known.contains(end))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where it is walked: wherever the procedure has its turns and one of its ends; once if all of these are in what is called. */
    List<Channel> channels() {
        Stream<Channel> possible = Arrays.stream(Channel.values()).filter(this::turnsAt);
        return ends.stream().allMatch(end -> end.contains("/"))
                ? possible.limit(1).toList()
                : possible.filter(at -> ends(at).stream().anyMatch(end -> end.startsWith(procedure(at) + "/")))
                        .toList();
    }

    /** A step that no procedure has is in what all of them call. */
    private boolean turnsAt(Channel at) {
        return turns.keySet().stream()
                .allMatch(
                        step -> has(at, step) || Arrays.stream(Channel.values()).noneMatch(other -> has(other, step)));
    }

    private static boolean has(Channel at, String step) {
        return Models.of(procedure(at)).getModelElementById(step) != null;
    }

    private static String procedure(Channel channel) {
        return channel.code() + "-onboarding";
    }
}
