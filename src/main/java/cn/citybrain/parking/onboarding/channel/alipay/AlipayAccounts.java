package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.Accounts;
import cn.citybrain.parking.onboarding.channel.account.ByHand;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SignState;
import cn.citybrain.parking.onboarding.channel.account.SubmitResult;
import cn.citybrain.parking.onboarding.channel.account.Withdrawal;
import cn.citybrain.parking.onboarding.channel.wire.NoAnswer;
import cn.citybrain.parking.onboarding.channel.wire.WireFailure;
import com.alipay.api.domain.AlipayOpenAgentCancelModel;
import com.alipay.api.domain.AlipayOpenAgentConfirmModel;
import com.alipay.api.domain.AlipayOpenAgentOrderQueryModel;
import com.alipay.api.request.AlipayOpenAgentCancelRequest;
import com.alipay.api.request.AlipayOpenAgentConfirmRequest;
import com.alipay.api.request.AlipayOpenAgentOrderQueryRequest;
import com.alipay.api.response.AlipayOpenAgentOrderQueryResponse;
import java.util.List;
import java.util.Optional;

/**
 * Applications signed on behalf of merchants (代商户签约). Alipay knows no number of ours: an application is a transaction
 * that it names ({@code batch_no}), which takes calls for an hour until it is confirmed. The name is kept before anything
 * is put into it.
 */
final class AlipayAccounts implements Accounts {

    private final AlipayWire wire;
    private final SignForm form;
    private final OrderStates states;
    private final SignStates signStates;
    private final Batches batches;

    AlipayAccounts(AlipayWire wire, SignForm form, OrderStates states, SignStates signStates, Batches batches) {
        this.wire = wire;
        this.form = form;
        this.states = states;
        this.signStates = signStates;
        this.batches = batches;
    }

    @Override
    public SubmitResult submit(MerchantApplication application) {
        List<FieldIssue> issues = form.issues(application);
        if (!issues.isEmpty()) {
            return new SubmitResult.Rejected(issues, "");
        }
        Optional<String> kept = batches.of(application.applicationNo());
        return kept.isPresent() ? goOn(application, kept.get()) : begin(application);
    }

    /** What became of the transaction that was begun before decides whether it is done, to be filled in, or over. */
    private SubmitResult goOn(MerchantApplication application, String batchNo) {
        String status = status(batchNo);
        if (OrderStates.underWay(status)) {
            return new SubmitResult.Submitted(batchNo);
        }
        if (OrderStates.over(status)) {
            return begin(application);
        }
        try {
            return fill(application, batchNo);
        } catch (AlipayRefusal refusal) {
            if (!refusal.business()) {
                throw refusal;
            }
            // its hour is over, or it was cancelled (assumed: the codes are not published); a fresh one tells
            return begin(application);
        }
    }

    private SubmitResult begin(MerchantApplication application) {
        try {
            String batchNo = wire.call(form.create(application)).getBatchNo();
            if (ParkingCodes.blank(batchNo)) {
                throw new NoAnswer(Channel.ALIPAY, "应答没有 batch_no");
            }
            batches.keep(application.applicationNo(), batchNo);
            return fill(application, batchNo);
        } catch (AlipayRefusal refusal) {
            if (!refusal.definite() || refusal.configuration()) {
                throw refusal;
            }
            return new SubmitResult.Rejected(SignField.issues(refusal.words()), refusal.words());
        }
    }

    private SubmitResult fill(MerchantApplication application, String batchNo) {
        wire.call(form.sign(batchNo, application));
        AlipayOpenAgentConfirmModel model = new AlipayOpenAgentConfirmModel();
        model.setBatchNo(batchNo);
        AlipayOpenAgentConfirmRequest request = new AlipayOpenAgentConfirmRequest();
        request.setBizModel(model);
        try {
            wire.call(request);
        } catch (WireFailure failure) {
            // the answer may have got lost: a second confirmation is refused, so the state is asked
            if (!OrderStates.underWay(status(batchNo))) {
                throw failure;
            }
        }
        return new SubmitResult.Submitted(batchNo);
    }

    /** Empty where Alipay does not know the application: it was never confirmed. */
    private String status(String batchNo) {
        try {
            return String.valueOf(query(batchNo).getOrderStatus());
        } catch (AlipayRefusal refusal) {
            if (refusal.business()) {
                return "";
            }
            // a refused question says nothing about the application
            throw new ChannelException(refusal.getMessage());
        }
    }

    @Override
    public ReviewResult review(String applicationNo) {
        Optional<String> batchNo = batches.of(applicationNo);
        if (batchNo.isEmpty()) {
            return new ReviewResult.Closed("这份申请没有提交到支付宝");
        }
        try {
            return states.read(query(batchNo.get()));
        } catch (AlipayRefusal refusal) {
            if (refusal.business()) {
                return new ReviewResult.Closed("支付宝没有这份申请：" + refusal.words());
            }
            throw refusal;
        }
    }

    private AlipayOpenAgentOrderQueryResponse query(String batchNo) {
        AlipayOpenAgentOrderQueryModel model = new AlipayOpenAgentOrderQueryModel();
        model.setBatchNo(batchNo);
        AlipayOpenAgentOrderQueryRequest request = new AlipayOpenAgentOrderQueryRequest();
        request.setBizModel(model);
        return wire.ask(request);
    }

    @Override
    public SignState signState(String account) {
        return signStates.of(account);
    }

    /** Only what was not confirmed can be cancelled. */
    @Override
    public Withdrawal withdraw(String applicationNo) {
        return batches.of(applicationNo)
                .map(batchNo -> cancel(applicationNo, batchNo))
                .orElseGet(() -> new Withdrawal.NotNeeded("这份申请没有提交到支付宝"));
    }

    private Withdrawal cancel(String applicationNo, String batchNo) {
        AlipayOpenAgentCancelModel model = new AlipayOpenAgentCancelModel();
        model.setBatchNo(batchNo);
        AlipayOpenAgentCancelRequest request = new AlipayOpenAgentCancelRequest();
        request.setBizModel(model);
        try {
            wire.call(request);
            return new Withdrawal.Told();
        } catch (AlipayRefusal refusal) {
            if (refusal.business()) {
                return notCancelled(applicationNo, status(batchNo));
            }
            throw refusal;
        }
    }

    private static Withdrawal notCancelled(String applicationNo, String status) {
        return status.isEmpty() || OrderStates.over(status)
                ? new Withdrawal.NotNeeded("这份申请在支付宝已经结束")
                : new ByHand("支付宝", "申请 " + applicationNo + " 已经确认提交，没有撤回接口：请联系支付宝关闭，并提醒商户不要在支付宝确认签约（已确认的请其解约）");
    }
}
