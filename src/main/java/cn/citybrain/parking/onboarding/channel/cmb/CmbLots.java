package cn.citybrain.parking.onboarding.channel.cmb;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.ChannelReferences;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.channel.vehicle.Agreement;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;

/**
 * {@code merchants/storebind}, {@code merchants/storequery} and {@code mchorders/papcontractquery} (all assumed: the bank
 * has no lots, only stores with a cashier each, and looks contracts up by code).
 */
final class CmbLots {

    /** The debit takes no longer name. */
    private static final int LONGEST_NAME = 32;

    private final CmbWire wire;
    private final ChannelReferences references;

    CmbLots(CmbWire wire, ChannelReferences references) {
        this.wire = wire;
        this.references = references;
    }

    LotState register(LotRegistration lot) {
        if (lot.lotName().length() > LONGEST_NAME) {
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

    LotState state(LotRegistration lot) {
        CmbAnswer answer = wire.call(
                "merchants/storequery", CmbWire.fields("merId", lot.channelAccount(), "outStoreId", number(lot)));
        return answer.is("STORE_NOT_EXIST") ? register(lot) : state(lot, answer);
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
        references.put(Channel.CMB, number(lot), CmbApplications.CASHIER, answer.text("userId"));
        return new LotState.Registered(number(lot), answer.text("storeId"));
    }

    /** The cashier of a lot, whom every order must name. */
    String cashier(LotRegistration lot) {
        return references
                .find(Channel.CMB, number(lot), CmbApplications.CASHIER)
                .or(() -> references.find(Channel.CMB, lot.channelAccount(), CmbApplications.CASHIER))
                .orElseThrow(() -> new ChannelException("还不知道招商银行分配的收银员"));
    }

    /** What the owner of a plate has agreed to with the bank. */
    record Contract(String state, String contractId, String words) {

        boolean signed() {
            return state.equals("SIGNED") || state.equals("AVAILABLE");
        }

        /** In the words of this query, and in those of the bank's own query of a payscore authorization. */
        Agreement agreement() {
            return switch (state) {
                case "SIGNED", "AVAILABLE" -> new Agreement.Signed();
                case "UNSIGNED", "UNAVAILABLE", "UNBINDUSER" -> new Agreement.NotSigned("车主没有签约");
                case "PAUSED" -> new Agreement.NotSigned("车主暂停了签约");
                case "DEBT" -> new Agreement.NotSigned("车主有欠费");
                default -> new Agreement.Undeterminable(words.isEmpty() ? "招商银行没有说明签约状态" : words);
            };
        }
    }

    Contract contract(LotRegistration lot, Plate plate) {
        CmbAnswer answer = wire.call(
                "mchorders/papcontractquery",
                CmbWire.fields(
                        "merId", lot.channelAccount(),
                        "plateNo", plate.number(),
                        "plateColor", Integer.toString(plate.color())));
        return answer.ok()
                ? new Contract(answer.text("contractState"), answer.text("contractId"), "")
                : new Contract("", "", answer.words());
    }

    Agreement agreement(LotRegistration lot, Plate plate) {
        return contract(lot, plate).agreement();
    }

    private static String number(LotRegistration lot) {
        return "L" + lot.bindingId();
    }
}
