package cn.citybrain.parking.onboarding.notification;

import cn.citybrain.parking.onboarding.words.Typed;

/**
 * A mail of ours that came back.
 *
 * @param mail our number of it
 * @param proof what only its Message-ID tells of it
 * @param why Chinese, with what the server said
 */
record Bounce(long mail, String proof, String why) {

    private static final int LONGEST = 250;

    /** What became of a bounce. */
    enum Taken {
        NOW,
        /** It is known, or the mail is on its way again. */
        BEFORE,
        /** We wrote no such mail. */
        NOT_OURS
    }

    /** @param said by the mail server; empty for nothing */
    static Bounce because(long mail, String proof, String said) {
        String line = Typed.line(said);
        return new Bounce(mail, proof, Typed.cut("收件方的邮件服务器退回了邮件：" + (line.isEmpty() ? "没有说明原因" : line), LONGEST));
    }
}
