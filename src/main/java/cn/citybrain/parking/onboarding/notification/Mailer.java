package cn.citybrain.parking.onboarding.notification;

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
}
