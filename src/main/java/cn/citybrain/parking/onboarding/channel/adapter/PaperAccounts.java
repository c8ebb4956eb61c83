package cn.citybrain.parking.onboarding.channel.adapter;

import cn.citybrain.parking.onboarding.channel.Bank;
import cn.citybrain.parking.onboarding.channel.Banks;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.Interfaces;
import cn.citybrain.parking.onboarding.channel.account.Accounts;
import cn.citybrain.parking.onboarding.channel.account.ByHand;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SignState;
import cn.citybrain.parking.onboarding.channel.account.SubmitResult;
import cn.citybrain.parking.onboarding.channel.account.Withdrawal;

/**
 * The accounts of a channel of which the channel, or one of its banks, works on paper: applications are handed over by
 * people, who record what came of them. Everything else is the channel's own.
 */
record PaperAccounts(Channel channel, Accounts own, Interfaces interfaces, Banks banks) implements Accounts {

    @Override
    public SubmitResult submit(MerchantApplication application) {
        if (!interfaces.has(channel)) {
            return byHand(channel.displayName());
        }
        return banks.find(channel, application.fields().getOrDefault(Bank.FIELD, ""))
                .filter(bank -> !bank.hasInterface())
                .map(Bank::name)
                .<SubmitResult>map(PaperAccounts::byHand)
                .orElseGet(() -> own.submit(application));
    }

    @Override
    public ReviewResult review(String applicationNo) {
        return interfaces.has(channel)
                ? own.review(applicationNo)
                : new ReviewResult.Undetermined(channel.displayName() + "没有接口，结果由运营公司登记");
    }

    @Override
    public SignState signState(String account) {
        return own.signState(account);
    }

    @Override
    public Withdrawal withdraw(String applicationNo) {
        return interfaces.has(channel)
                ? own.withdraw(applicationNo)
                : new ByHand(channel.displayName(), "没有接口：请通知对方停止办理申请 " + applicationNo);
    }

    private static ByHand byHand(String whom) {
        return new ByHand(whom, "由运营公司代交并登记结果");
    }
}
