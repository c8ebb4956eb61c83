package cn.citybrain.parking.onboarding.channel.cmb;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.ChannelReferences;
import cn.citybrain.parking.onboarding.channel.account.ByHand;
import cn.citybrain.parking.onboarding.channel.account.Withdrawal;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.channel.lot.Lots;
import cn.citybrain.parking.onboarding.words.Typed;

/**
 * {@code merchants/storebind} and {@code merchants/storequery} (assumed: the bank has no lots, only stores with a cashier
 * each).
 */
final class CmbLots implements Lots {

    /** The debit takes no longer name. */
    private static final int LONGEST_NAME = 32;

    private final CmbWire wire;
    private final ChannelReferences references;

    CmbLots(CmbWire wire, ChannelReferences references) {
        this.wire = wire;
        this.references = references;
    }

    @Override
    public LotState register(LotRegistration lot) {
        if (Typed.length(lot.lotName()) > LONGEST_NAME) {
            return new LotState.Refused("停车场名称超过 " + LONGEST_NAME + " 个字，招商银行扣款时不接受，请先改用较短的名称");
        }
        return state(
                lot,
                wire.call(
                        "merchants/storebind",
                        CmbWire.fields(
                                "merId", lot.channelAccount(),
                                "outStoreId", number(lot),
                                "storeName", lot.lotName(),
                                "address", lot.lot().address())));
    }

    @Override
    public LotState state(LotRegistration lot) {
        CmbAnswer answer = wire.ask(
                "merchants/storequery", CmbWire.fields("merId", lot.channelAccount(), "outStoreId", number(lot)));
        return answer.is("STORE_NOT_EXIST") ? register(lot) : state(lot, answer);
    }

    @Override
    public Withdrawal withdraw(LotRegistration lot) {
        return lot.reference().isEmpty()
                ? new Withdrawal.NotNeeded("招商银行没有收下该停车场")
                : new ByHand("招商银行", "银行没有解绑门店的接口：请通知经办的客户经理停用门店 " + lot.reference());
    }

    private LotState state(LotRegistration lot, CmbAnswer answer) {
        if (!answer.ok()) {
            if (answer.code().endsWith("_NOT_LAWFUL") || answer.is("NOT_ALLOWED", "MERID_NOT_EXIST")) {
                return new LotState.Refused(answer.words());
            }
            throw new ChannelException("招商银行没有说明门店的状态：" + answer.words());
        }
        return switch (answer.text("bindState")) {
            case "P" -> new LotState.Pending(number(lot));
            case "S" -> registered(lot, answer);
            case "R" -> new LotState.Refused(answer.text("rejectMsg"));
            default -> throw new ChannelException("招商银行给出了未知的门店状态");
        };
    }

    private LotState registered(LotRegistration lot, CmbAnswer answer) {
        if (answer.text("storeId").isEmpty() || answer.text("userId").isEmpty()) {
            throw new ChannelException("招商银行称门店已绑定，但没有给出门店号和收银员");
        }
        references.put(Channel.CMB, number(lot), CmbAccounts.CASHIER, answer.text("userId"));
        return new LotState.Registered(number(lot), answer.text("storeId"));
    }

    /** The cashier of a lot, whom every order must name. */
    String cashier(LotRegistration lot) {
        return references
                .find(Channel.CMB, number(lot), CmbAccounts.CASHIER)
                .or(() -> references.find(Channel.CMB, lot.channelAccount(), CmbAccounts.CASHIER))
                .orElseThrow(() -> new ChannelException("还不知道招商银行分配的收银员"));
    }

    private static String number(LotRegistration lot) {
        return "L" + lot.bindingId();
    }
}
