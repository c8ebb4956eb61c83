package cn.citybrain.parking.onboarding.process.answer;

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

    /** Whether the act before the wait has just heard the channel, so that the first question can wait as the others do. */
    default boolean askedByTheAct() {
        return false;
    }
}
