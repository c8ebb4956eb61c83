package cn.citybrain.parking.onboarding.notification;

import java.time.Instant;
import java.util.Map;

/** Writes mails in the transaction of what they tell about; they are sent after it committed. */
public interface Mailer {

    /**
     * Puts a mail into the outbox.
     *
     * @param dedupeKey says what the mail is about: a second mail with the same key is not written
     * @param to one address
     * @param template name of a file in {@code mail/} without its ending
     * @param model the values that the template names; never sensitive ones
     */
    void enqueue(String dedupeKey, String to, String template, Map<String, Object> model);

    /**
     * As {@link #enqueue}, with something in the text that only its reader may have, a one-time link for instance: the text
     * is encrypted while it waits and gone once it was sent, or given up. The subject must not be secret.
     */
    void enqueueSecret(String dedupeKey, String to, String template, Map<String, Object> model);

    /** As {@link #enqueue}, about something: it is found by it later. */
    void enqueueAbout(About about, String dedupeKey, String to, String template, Map<String, Object> model);

    /** As {@link #enqueueAbout}, and says how to do without such mails: who does is not to be written to. */
    void remind(About about, String dedupeKey, String to, String template, Map<String, Object> model);

    /** As {@link #enqueueAbout}, but waits for the full hour and goes out with what else waits for the same address. */
    void collect(Matter matter, About about, String dedupeKey, String to, String template, Map<String, Object> model);

    /**
     * Says that a mail should go to somebody who has no address: it stands among the undelivered mails.
     *
     * @param whom in Chinese
     */
    void nobodyToTell(About about, String dedupeKey, String whom, String template, Map<String, Object> model);

    /**
     * What a mail is about.
     *
     * @param subject number of an application, or id of an incident; null for neither
     * @param lotCode while the mail waits it follows the lot to another vendor; null for no lot
     */
    record About(String subject, String lotCode) {

        static final About NOTHING = new About(null, null);

        public static About of(String subject) {
            return new About(subject, null);
        }
    }

    /**
     * A task that several people could take.
     *
     * @param due null for none
     * @param goesOutAt a full hour
     */
    record Matter(String taskId, Occasion occasion, Instant due, Instant goesOutAt) {}

    /** Why a task is told of, the most urgent first. */
    enum Occasion {
        OVERDUE("已经超期"),
        DUE_SOON("即将到期"),
        OPENED("新的待办");

        private final String words;

        Occasion(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
