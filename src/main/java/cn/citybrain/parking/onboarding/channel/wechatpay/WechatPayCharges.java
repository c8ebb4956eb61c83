package cn.citybrain.parking.onboarding.channel.wechatpay;

import cn.citybrain.parking.onboarding.channel.charge.Charges;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Failed;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.NeverSeen;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Unknown;
import cn.citybrain.parking.onboarding.channel.charge.RefundOrder;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import cn.citybrain.parking.onboarding.channel.wire.NoAnswer;
import com.wechat.pay.java.service.wexinpayscoreparking.WexinPayScoreParkingService;
import com.wechat.pay.java.service.wexinpayscoreparking.model.CreateTransactionRequest;
import com.wechat.pay.java.service.wexinpayscoreparking.model.OrderAmount;
import com.wechat.pay.java.service.wexinpayscoreparking.model.ParkingTradeScene;
import com.wechat.pay.java.service.wexinpayscoreparking.model.PlateColor;
import com.wechat.pay.java.service.wexinpayscoreparking.model.QueryTransactionRequest;
import java.time.Clock;
import java.time.Duration;

/**
 * Deductions. A debit counts as failed only when WeChat Pay itself signed the refusal, or its query says so; everything
 * else is unknown and asked again.
 */
final class WechatPayCharges implements Charges {

    /** How long after sending WeChat Pay may still not know an order (documented: query again after a minute). */
    static final Duration SETTLE_TIME = Duration.ofSeconds(60);

    private final WechatPayWire wire;
    private final WexinPayScoreParkingService parking;
    private final WechatPayRefunds refunds;
    private final WechatPaySettings settings;
    private final Clock clock;

    WechatPayCharges(
            WechatPayWire wire,
            WexinPayScoreParkingService parking,
            WechatPayRefunds refunds,
            WechatPaySettings settings,
            Clock clock) {
        this.wire = wire;
        this.parking = parking;
        this.refunds = refunds;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public DeductionResult deduct(DeductionOrder order) {
        return ParkingCodes.color(order.visit().plate().color())
                .map(color -> send(order, request(order, color)))
                .orElseGet(() -> new Failed("PLATE_COLOR", "微信支付没有这种车牌颜色"));
    }

    private DeductionResult send(DeductionOrder order, CreateTransactionRequest request) {
        try {
            return Transactions.result(
                    wire.kept(order.outTradeNo(), () -> parking.createTransaction(request)), order.outTradeNo());
        } catch (WechatPayRefusal refusal) {
            return refused(order, refusal);
        } catch (NoAnswer unclear) {
            return new Unknown(unclear.why());
        }
    }

    private DeductionResult refused(DeductionOrder order, WechatPayRefusal refusal) {
        if (!refusal.definite()) {
            return new Unknown(refusal.why());
        }
        Failed failed = new Failed(refusal.code(), refusal.words());
        if (refusal.is("PARAM_ERROR", "SIGN_ERROR", "NO_AUTH", "RULE_LIMIT")) {
            return failed;
        }
        // "parking id already used", "number already used" …: there may be an order, ours or another
        DeductionResult found = ask(order.outTradeNo(), order.visit().lot().channelAccount());
        if (found instanceof NeverSeen) {
            return refusal.is("INVALID_REQUEST", "OUT_TRADE_NO_USED") ? failed : new Unknown(refusal.why());
        }
        return found;
    }

    @Override
    public DeductionResult deduction(DeductionOrder order) {
        DeductionResult found = ask(order.outTradeNo(), order.visit().lot().channelAccount());
        return found instanceof NeverSeen && order.sentWithin(SETTLE_TIME, clock.instant())
                ? new Unknown("微信支付尚未查到该笔扣款，稍后再查")
                : found;
    }

    /** A refused query says nothing about the debit, whatever its code. */
    private DeductionResult ask(String outTradeNo, String subMchid) {
        QueryTransactionRequest query = new QueryTransactionRequest();
        query.setOutTradeNo(outTradeNo);
        query.setSubMchid(subMchid);
        try {
            return Transactions.result(wire.call(() -> parking.queryTransaction(query)), outTradeNo);
        } catch (WechatPayRefusal refusal) {
            boolean missing = refusal.is("ORDER_NOT_EXIST", "RESOURCE_NOT_EXISTS") && refusal.definite();
            return missing ? new NeverSeen() : new Unknown(refusal.why());
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

    private CreateTransactionRequest request(DeductionOrder order, PlateColor color) {
        OrderAmount amount = new OrderAmount();
        amount.setTotal((long) order.amount());
        amount.setCurrency("CNY");
        CreateTransactionRequest request = new CreateTransactionRequest();
        request.setAppid(settings.spAppid());
        request.setSubMchid(order.visit().lot().channelAccount());
        request.setDescription(order.description());
        request.setOutTradeNo(order.outTradeNo());
        request.setTradeScene("PARKING");
        request.setNotifyUrl(settings.notifyUrl("transactions"));
        request.setAmount(amount);
        request.setParkingInfo(scene(order.visit(), color));
        return request;
    }

    private static ParkingTradeScene scene(Visit visit, PlateColor color) {
        ParkingTradeScene scene = new ParkingTradeScene();
        scene.setParkingId(visit.reference());
        scene.setPlateNumber(visit.plate().number());
        scene.setPlateColor(color);
        scene.setStartTime(ParkingCodes.time(visit.enteredAt()));
        scene.setEndTime(ParkingCodes.time(visit.leftAt()));
        scene.setParkingName(visit.lot().lotName());
        scene.setChargingDuration(
                (int) (visit.leftAt().getEpochSecond() - visit.enteredAt().getEpochSecond()));
        return scene;
    }
}
