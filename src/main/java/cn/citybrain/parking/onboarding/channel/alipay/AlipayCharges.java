package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.charge.Charges;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Failed;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.NeverSeen;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Pending;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Succeeded;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Unknown;
import cn.citybrain.parking.onboarding.channel.charge.RefundOrder;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult;
import cn.citybrain.parking.onboarding.channel.vehicle.Agreement;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import cn.citybrain.parking.onboarding.channel.wire.NoAnswer;
import com.alipay.api.domain.AlipayEcoMycarParkingOrderPayModel;
import com.alipay.api.request.AlipayEcoMycarParkingOrderPayRequest;
import com.alipay.api.response.AlipayEcoMycarParkingOrderPayResponse;
import com.alipay.api.response.AlipayEcoMycarTradeOrderQueryResponse;
import java.time.Clock;
import java.time.Duration;

/**
 * Deductions. A debit counts as failed only when Alipay itself signed a refusal that is known to be one, or its query says
 * so; everything else is unknown and asked again.
 */
final class AlipayCharges implements Charges {

    /** How long after sending Alipay may still not know an order (assumed). */
    static final Duration SETTLE_TIME = Duration.ofSeconds(60);

    private final AlipayWire wire;
    private final AlipayVehicles vehicles;
    private final TradeQuery trades;
    private final OrderSync sync;
    private final AlipayRefunds refunds;
    private final AlipaySettings settings;
    private final Clock clock;

    AlipayCharges(
            AlipayWire wire,
            AlipayVehicles vehicles,
            TradeQuery trades,
            OrderSync sync,
            AlipayRefunds refunds,
            AlipaySettings settings,
            Clock clock) {
        this.wire = wire;
        this.vehicles = vehicles;
        this.trades = trades;
        this.sync = sync;
        this.refunds = refunds;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public DeductionResult deduct(DeductionOrder order) {
        String color = ParkingCodes.color(order.visit().plate().color()).orElse("");
        return color.isEmpty() ? new Failed("PLATE_COLOR", "支付宝没有这种车牌颜色") : consented(order, color);
    }

    /** What the owner agreed to when the vehicle entered may be over: Alipay wants to be asked again before the debit. */
    private DeductionResult consented(DeductionOrder order, String color) {
        try {
            Agreement agreement =
                    vehicles.agreement(order.visit().lot(), order.visit().plate());
            if (agreement instanceof Agreement.NotSigned not) {
                return unlessCharged(order, new Failed("AGREEMENT_NOT_EXIST", not.why()));
            }
            return agreement instanceof Agreement.Undeterminable unclear
                    ? new Unknown("没有发出扣款：" + unclear.why())
                    : send(order, color);
        } catch (ChannelException unclear) {
            return new Unknown("没有发出扣款：暂时无法查询车主是否签约");
        }
    }

    private DeductionResult send(DeductionOrder order, String color) {
        AlipayEcoMycarParkingOrderPayRequest request = new AlipayEcoMycarParkingOrderPayRequest();
        request.setBizModel(model(order, color));
        request.setNotifyUrl(settings.notifyUrl("trades"));
        try {
            AlipayEcoMycarParkingOrderPayResponse answer = wire.kept(order.outTradeNo(), request);
            DeductionResult result = Trades.paid(answer, order.outTradeNo());
            if (result instanceof Succeeded paid) {
                sync.tell(order, paid, answer.getUserId(), answer.getOpenId());
            }
            return result;
        } catch (AlipayRefusal refusal) {
            return refused(order, refusal);
        } catch (NoAnswer unclear) {
            return new Unknown(unclear.why());
        }
    }

    private DeductionResult refused(DeductionOrder order, AlipayRefusal refusal) {
        if (refusal.accepted()) {
            return new Pending();
        }
        if (!refusal.definite()) {
            return new Unknown(refusal.why());
        }
        Failed failed = new Failed(refusal.code(), refusal.words());
        boolean clear = !refusal.business()
                || refusal.is(
                        "BUYER_BALANCE_NOT_ENOUGH",
                        "BUYER_BANKCARD_BALANCE_NOT_ENOUGH",
                        "AGREEMENT_NOT_EXIST",
                        "NOT_SUPPORT_WITHHOLD");
        // "already paid", "number already used", what nobody has published: there may be an order
        return clear ? failed : unlessCharged(order, failed);
    }

    private DeductionResult unlessCharged(DeductionOrder order, Failed failed) {
        DeductionResult found = ask(order);
        return found instanceof NeverSeen ? failed : found;
    }

    @Override
    public DeductionResult deduction(DeductionOrder order) {
        DeductionResult found = ask(order);
        return found instanceof NeverSeen && order.sentWithin(SETTLE_TIME, clock.instant())
                ? new Unknown("支付宝尚未查到该笔扣款，稍后再查")
                : found;
    }

    /** A refused query says nothing about the debit, unless it says that there is none. */
    private DeductionResult ask(DeductionOrder order) {
        try {
            AlipayEcoMycarTradeOrderQueryResponse trade = trades.byOutTradeNo(order.outTradeNo());
            DeductionResult result = Trades.found(trade, order.outTradeNo());
            if (result instanceof Succeeded paid) {
                sync.tell(order, paid, trade.getBuyerId(), trade.getOpenId());
            }
            return result;
        } catch (AlipayRefusal refusal) {
            return TradeQuery.missing(refusal) ? new NeverSeen() : new Unknown(refusal.why());
        } catch (NoAnswer unclear) {
            return new Unknown(unclear.why());
        }
    }

    @Override
    public Duration settleTime() {
        return SETTLE_TIME;
    }

    @Override
    public boolean idempotentOnOutTradeNo() {
        return true;
    }

    @Override
    public RefundResult refund(RefundOrder order) {
        return refunds.refund(order);
    }

    @Override
    public RefundResult refundState(RefundOrder order) {
        return refunds.state(order);
    }

    private static AlipayEcoMycarParkingOrderPayModel model(DeductionOrder order, String color) {
        Visit visit = order.visit();
        AlipayEcoMycarParkingOrderPayModel model = new AlipayEcoMycarParkingOrderPayModel();
        model.setOutTradeNo(order.outTradeNo());
        model.setTotalFee(ParkingCodes.yuan(order.amount()));
        model.setSubject(order.description());
        model.setSellerId(visit.lot().channelAccount());
        model.setParkingId(visit.lot().channelLotId());
        model.setOutParkingId(AlipayLots.ourId(visit.lot()));
        model.setCarNumber(visit.plate().number());
        model.setCarNumberColor(color);
        model.setSerialNo(visit.reference());
        model.setInTime(ParkingCodes.time(visit.enteredAt()));
        model.setOutTime(ParkingCodes.time(visit.leftAt()));
        model.setInDuration(ParkingCodes.minutes(visit.enteredAt(), visit.leftAt()));
        model.setPayScene("PLATE_PAY");
        model.setPayVersion("3.0");
        model.setAfterPayOrder(true);
        return model;
    }
}
