package cn.citybrain.parking.onboarding.notification;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail server says of a delivery to people only.
 *
 * @param text without the mail it quotes, whose words say nothing about the delivery
 */
record FailureNotice(String text) {

    private static final Pattern QUOTED =
            Pattern.compile("(?im)^[> \\t]{0,8}(Return-Path|Received|Message-ID|DKIM-Signature|MIME-Version):");
    private static final String CODE = "(?<![\\d.])5\\.\\d{1,3}\\.\\d{1,3}(?![\\d.]*\\d)|(?<![\\d.-])55\\d(?=[\\s:-])";
    private static final Pattern REFUSED = Pattern.compile(CODE);

    /** No more attempts. */
    private static final Pattern FINAL = Pattern.compile("(?i)" + CODE
            + "|permanent (fatal )?(error|failure)|giv(en|ing) up|not going to try again|in the queue too long|timeout exceeded|expired"
            + "|return(ed|ing message) to sender|returned mail|failure notice|delivery failed"
            + "|系统退信|退信原因|退信代码|投递失败|无法投递|无法送达|未能送达|发送失败");

    private static final Pattern FAILED = Pattern.compile(FINAL.pattern()
            + "|undeliver|not be (delivered|sent)|(unable|not able|n['’]t able) to deliver|退信|not delivered|did not reach"
            + "|delivery fail|unknown user|user unknown|no such user|不存在|被退回|拒收");

    private static final Pattern DELAYED =
            Pattern.compile("(?i)delay|not yet been delivered|will (continue|keep|retry|be retried)"
                    + "|still trying|warning message only|延迟|继续尝试|稍后|(?<![\\d.])4\\.\\d{1,3}\\.\\d{1,3}(?![\\d.]*\\d)");

    static FailureNotice of(String subject, String notice) {
        Matcher quoted = QUOTED.matcher(notice);
        return new FailureNotice(subject + "\n" + (quoted.find() ? notice.substring(0, quoted.start()) : notice));
    }

    boolean failed() {
        return FAILED.matcher(text).find();
    }

    /** Tells of a delay, and nothing says that it was the last attempt. */
    boolean delayed() {
        return DELAYED.matcher(text).find() && !FINAL.matcher(text).find();
    }

    /** The line that says why; empty if none does. */
    String said() {
        return line(REFUSED).isEmpty() ? line(FAILED) : line(REFUSED);
    }

    private String line(Pattern saying) {
        return text.lines()
                .filter(line -> saying.matcher(line).find())
                .findFirst()
                .orElse("")
                .strip();
    }
}
