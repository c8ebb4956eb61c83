package cn.citybrain.parking.onboarding.channel.exchange;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.account.Accounts;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SignState;
import cn.citybrain.parking.onboarding.channel.account.SubmitResult;
import cn.citybrain.parking.onboarding.channel.account.Withdrawal;

/** The accounts of a channel, with every exchange written down. */
public record RecordedAccounts(Channel channel, Accounts own, Exchanges exchanges) implements Accounts {

    @Override
    public SubmitResult submit(MerchantApplication application) {
        return exchanges.of(
                channel,
                Verb.SUBMIT,
                About.application(application.applicationNo()),
                () -> own.submit(application),
                AccountAnswers::of);
    }

    @Override
    public ReviewResult review(String applicationNo) {
        return exchanges.of(
                channel,
                Verb.REVIEW,
                About.application(applicationNo),
                () -> own.review(applicationNo),
                AccountAnswers::of);
    }

    @Override
    public SignState signState(String account) {
        return exchanges.of(
                channel, Verb.SIGN_STATE, exchanges.application(), () -> own.signState(account), AccountAnswers::of);
    }

    @Override
    public Withdrawal withdraw(String applicationNo) {
        return exchanges.of(
                channel,
                Verb.WITHDRAW,
                About.application(applicationNo),
                () -> own.withdraw(applicationNo),
                AccountAnswers::of);
    }
}
