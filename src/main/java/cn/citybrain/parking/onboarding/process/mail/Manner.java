package cn.citybrain.parking.onboarding.process.mail;

import cn.citybrain.parking.onboarding.notification.Mailer.Occasion;

/** How a mail reaches people. */
public enum Manner {
    /** It is theirs, or cannot wait. */
    AT_ONCE(null),
    /** At once, to those who want to be reminded. */
    REMINDER(Occasion.DUE_SOON),
    /** With the full hour's mail: anybody of a group can take the task, and it begins. */
    OPENED(Occasion.OPENED),
    /** The same, and it is nearly due: to those who want to be reminded. */
    DUE_SOON(Occasion.DUE_SOON),
    /** The same, and it is a supervisor's, about something that is overdue. */
    OVERDUE(Occasion.OVERDUE);

    private final Occasion occasion;

    Manner(Occasion occasion) {
        this.occasion = occasion;
    }

    Occasion occasion() {
        return occasion;
    }

    boolean collected() {
        return this == OPENED || this == DUE_SOON || this == OVERDUE;
    }

    boolean reminds() {
        return occasion == Occasion.DUE_SOON;
    }
}
