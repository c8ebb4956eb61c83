package cn.citybrain.parking.onboarding.notification;

import cn.citybrain.parking.onboarding.words.Typed;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/**
 * Why a mail did not go out.
 *
 * @param forGood nothing will change by waiting: its server does not know the address
 * @param words for the supervisors, Chinese; with what the server said
 */
record DeliveryProblem(boolean forGood, String words) {

    static final String NO_ADDRESS = "没有可以发送的邮箱地址";

    private static final int LONGEST = 250;

    /** RFC 5321: no such mailbox, moved away, not taken as a name. 5.7 is about us, not about the address. */
    private static final Set<Integer> UNKNOWN_ADDRESS = Set.of(510, 511, 501, 550, 551, 553, 556);

    static DeliveryProblem of(Exception e) {
        for (Throwable cause : causes(e)) {
            if (cause instanceof AddressException) {
                return new DeliveryProblem(false, "邮箱地址不能使用，请核对");
            }
            if (cause instanceof SMTPAddressFailedException refused) {
                String said = Typed.line(refused.getMessage());
                boolean unknown = UNKNOWN_ADDRESS.contains(refused.getReturnCode()) && !said.contains(" 5.7.");
                return new DeliveryProblem(unknown, Typed.first("收件方的邮件服务器不接受这个地址：" + said, LONGEST));
            }
        }
        return new DeliveryProblem(false, words(e));
    }

    private static String words(Exception e) {
        if (e instanceof MailAuthenticationException) {
            return "邮件服务器不接受本系统的账号";
        }
        return e instanceof MailSendException
                ? "邮件服务器连不上，或者没有接收"
                : "邮件没有发出（" + e.getClass().getSimpleName() + "）";
    }

    private static List<Throwable> causes(Throwable e) {
        List<Throwable> all = new ArrayList<>();
        collect(e, all);
        return all;
    }

    private static void collect(Throwable e, List<Throwable> all) {
        if (e == null || all.contains(e)) {
            return;
        }
        all.add(e);
        collect(e.getCause(), all);
        if (e instanceof MessagingException several) {
            collect(several.getNextException(), all);
        }
        if (e instanceof MailSendException sending) {
            for (Exception one : sending.getMessageExceptions()) {
                collect(one, all);
            }
        }
    }
}
