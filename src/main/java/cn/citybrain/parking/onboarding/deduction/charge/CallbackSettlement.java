package cn.citybrain.parking.onboarding.deduction.charge;

import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.inbox.ChannelEvent;
import cn.citybrain.parking.onboarding.channel.inbox.ChannelInbox;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionTable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Takes the outcome of a deduction out of the inbox of callbacks. */
@Component
class CallbackSettlement {

    private final ChannelInbox inbox;
    private final DeductionTable table;
    private final Settlement settlement;

    CallbackSettlement(ChannelInbox inbox, DeductionTable table, Settlement settlement) {
        this.inbox = inbox;
        this.table = table;
        this.settlement = settlement;
    }

    @ApplicationModuleListener(id = "deduction.callback")
    public void on(ChannelEvent.DeductionNoticed event) {
        boolean ofThisChannel = table.byOutTradeNo(event.outTradeNo())
                .filter(deduction -> deduction.channel().equals(event.channel().code()))
                .isPresent();
        if (ofThisChannel && inbox.notice(event.messageId()) instanceof ChannelNotice.DeductionDecided decided) {
            settlement.settle(decided.outTradeNo(), decided.result(), Settlement.Source.CALLBACK);
        }
    }
}
