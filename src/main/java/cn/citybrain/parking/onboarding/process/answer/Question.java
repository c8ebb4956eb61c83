package cn.citybrain.parking.onboarding.process.answer;

import java.util.Optional;

/** What a step of a model may wait to hear of a channel: property {@code asks} of a receive task. The same for every channel. */
public interface Question {

    /** As the models name it. */
    String name();

    /**
     * Asks the channel, outside of any transaction and as often as it likes: a question changes nothing at the channel and
     * never charges.
     *
     * @throws RuntimeException on technical failure: it is asked again later
     */
    Word ask(Asked about);

    /**
     * What has become known without this question, and can be said while the channel is left alone. Asks nobody; empty
     * while nothing is known.
     */
    default Optional<Word> known(Asked about) {
        return Optional.empty();
    }

    /** Whether {@link #known} ever says anything: a callback brings the outcome itself, not only that there is one. */
    default boolean toldByCallbacks() {
        return false;
    }

    /** Whether the act before the wait has just heard the channel, so that the first question can wait as the others do. */
    default boolean askedByTheAct() {
        return false;
    }
}
