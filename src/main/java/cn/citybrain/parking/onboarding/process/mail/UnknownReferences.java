package cn.citybrain.parking.onboarding.process.mail;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.inbox.ChannelEvent;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.notification.Mailer;
import cn.citybrain.parking.onboarding.notification.PublicAddress;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Genuine callbacks about something that we don't know: kept in the inbox, without effect, and shown to the supervisors. It
 * may be of a time that a restored backup lost.
 */
@Component
public class UnknownReferences {

    private final Deductions deductions;
    private final Applications applications;
    private final LotBindings bindings;
    private final Mailer mailer;
    private final Addressees addressees;
    private final PublicAddress address;

    UnknownReferences(
            Deductions deductions,
            Applications applications,
            LotBindings bindings,
            Mailer mailer,
            Addressees addressees,
            PublicAddress address) {
        this.deductions = deductions;
        this.applications = applications;
        this.bindings = bindings;
        this.mailer = mailer;
        this.addressees = addressees;
        this.address = address;
    }

    @ApplicationModuleListener(id = "process.unknown-deduction")
    void on(ChannelEvent.DeductionNoticed event) {
        if (!deductions.known(event.outTradeNo(), event.channel().code())) {
            tell(event.channel(), event.messageId(), "扣款", event.outTradeNo());
        }
    }

    @ApplicationModuleListener(id = "process.unknown-review")
    void on(ChannelEvent.ReviewNoticed event) {
        if (applications.find(event.applicationNo()).isEmpty()) {
            tell(event.channel(), event.messageId(), "申请", event.applicationNo());
        }
    }

    @ApplicationModuleListener(id = "process.unknown-lot")
    void on(ChannelEvent.LotNoticed event) {
        if (bindings.byId(event.bindingId()).isEmpty()) {
            tell(event.channel(), event.messageId(), "停车场注册", String.valueOf(event.bindingId()));
        }
    }

    private void tell(Channel channel, long messageId, String what, String reference) {
        Map<String, Object> values = Map.of(
                "channel", channel.displayName(),
                "messageId", messageId,
                "what", what,
                "reference", Reasons.safe(reference),
                "link", address.at("/board"));
        for (String to : addressees.role(Role.OPS_SUPERVISOR)) {
            String key = "unknown-reference/" + channel.code() + "/" + reference + "/" + to;
            mailer.enqueue(key, to, "unknown-reference", values);
        }
    }
}
