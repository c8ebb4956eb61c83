package cn.citybrain.parking.onboarding.channel.exchange;

import static cn.citybrain.parking.onboarding.channel.exchange.FreeText.masked;

import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.channel.vehicle.Agreement;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.channel.vehicle.ExitResult;

/** A channel's answers about a lot and its vehicles, in words. */
final class LotAnswers {

    private LotAnswers() {}

    static Heard of(LotState answer) {
        if (answer instanceof LotState.Pending pending) {
            return Heard.verified(answer, "渠道正在审核停车场" + numbered("，渠道受理编号 ", pending.reference()));
        } else if (answer instanceof LotState.Registered yes) {
            return Heard.verified(answer, "渠道已同意停车场" + numbered("，渠道停车场编号 ", yes.channelLotId()));
        }
        return Heard.verified(answer, "渠道拒绝停车场：" + masked(((LotState.Refused) answer).reason()));
    }

    static Heard of(Agreement answer) {
        if (answer instanceof Agreement.Signed) {
            return Heard.verified(answer, "车主已开通免密支付");
        } else if (answer instanceof Agreement.NotSigned not) {
            return Heard.verified(answer, "车主未开通免密支付：" + masked(not.why()));
        }
        return Heard.unclear(answer, "应答不明确：" + masked(((Agreement.Undeterminable) answer).why()));
    }

    /** Null where the channel wants no word of entries: nobody told it anything. */
    static Heard of(EntryResult answer) {
        if (answer instanceof EntryResult.Admitted admitted) {
            return Heard.verified(answer, "本次停车可以扣款" + numbered("，渠道停车编号 ", admitted.reference()));
        } else if (answer instanceof EntryResult.Blocked blocked) {
            return Heard.verified(answer, "渠道暂不为该车扣款：" + masked(blocked.reason()));
        } else if (answer instanceof EntryResult.Rejected no) {
            return Heard.verified(answer, "渠道未接受入场：" + masked(no.reason()), no.code());
        }
        return null;
    }

    /** Null where the channel wants no word of exits: nobody told it anything. */
    static Heard of(ExitResult answer) {
        if (answer instanceof ExitResult.Told) {
            return Heard.verified(answer, "渠道已收到离场信息");
        } else if (answer instanceof ExitResult.Rejected no) {
            return Heard.verified(answer, "渠道未接受离场：" + masked(no.reason()), no.code());
        }
        return null;
    }

    private static String numbered(String before, String number) {
        return number == null || number.isEmpty() ? "" : before + number;
    }
}
