package cn.citybrain.parking.onboarding.channel.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.account.Accounts;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SignState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.dao.DataAccessResourceFailureException;

/** What is written down of a call to a channel, and that it never costs the answer. */
class ExchangesTest {

    final ExchangeTable table = mock();
    final Accounts channel = mock();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Exchanges exchanges = new Exchanges(table, Clock.systemUTC(), meters);
    final Accounts recorded = new RecordedAccounts(Channel.WECHATPAY, channel, exchanges);

    @Test
    void anAnswerIsWrittenDownInWordsAndGivenOn() {
        when(channel.review("WX1")).thenReturn(new ReviewResult.Approved("1900000109"));

        assertThat(recorded.review("WX1")).isEqualTo(new ReviewResult.Approved("1900000109"));
        Heard heard = written(Verb.REVIEW);
        assertThat(heard.words()).isEqualTo("审核通过，渠道账户 1900000109");
        assertThat(heard.signature()).isEqualTo(Signature.VERIFIED);
    }

    @Test
    void aQuestionThatBringsNothingNewIsCounted() {
        when(channel.review("WX1")).thenReturn(new ReviewResult.UnderReview("资料审核中"));
        when(table.repeated(any(), any(), any(), any(), any())).thenReturn(true);

        recorded.review("WX1");
        verify(table, never()).add(any(), any(), any(), any(), any(), anyLong());
    }

    @Test
    void aCallThatBringsNoAnswerIsWrittenDownAndFails() {
        when(channel.review("WX1")).thenThrow(new ChannelException("没有得到完整的应答"));

        assertThatThrownBy(() -> recorded.review("WX1")).isInstanceOf(ChannelException.class);
        Heard heard = written(Verb.REVIEW);
        assertThat(heard.outcome()).isEqualTo("NoAnswer");
        assertThat(heard.signature()).isEqualTo(Signature.NONE);
    }

    @Test
    void eachCallIsTimedByChannelVerbAndOutcome() {
        when(channel.review("WX1")).thenThrow(new ChannelException("没有得到完整的应答"));
        assertThatThrownBy(() -> recorded.review("WX1")).isInstanceOf(ChannelException.class);

        assertThat(meters.get("onboarding.channel.calls")
                        .tags("channel", "wechatpay", "verb", "REVIEW", "outcome", "NoAnswer")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void anAnswerThatCannotBeWrittenDownStillCounts() {
        when(channel.review("WX1")).thenReturn(new ReviewResult.Approved("1900000109"));
        doThrow(new DataAccessResourceFailureException("no database"))
                .when(table)
                .add(any(), any(), any(), any(), any(), anyLong());

        assertThat(recorded.review("WX1")).isEqualTo(new ReviewResult.Approved("1900000109"));
    }

    @Test
    void aQuestionAboutAnAccountIsKeptWithTheApplicationThatItIsAskedFor() {
        when(channel.signState("2088000000000000")).thenReturn(new SignState.NotSigned("未签约，联系 13857100001"));

        exchanges.about("ZFB1", () -> recorded.signState("2088000000000000"));
        ArgumentCaptor<About> about = ArgumentCaptor.forClass(About.class);
        ArgumentCaptor<Heard> heard = ArgumentCaptor.forClass(Heard.class);
        verify(table).add(any(), any(), about.capture(), heard.capture(), any(), anyLong());
        assertThat(about.getValue().applicationNo()).isEqualTo("ZFB1");
        assertThat(heard.getValue().words()).isEqualTo("未签约：未签约，联系 138****0001");
    }

    @Test
    void whatMayLackASignatureIsNotCalledVerified() {
        when(channel.review("WX1")).thenReturn(new ReviewResult.Approved("1900000109"));

        new RecordedAccounts(Channel.UNIONPAY, channel, exchanges.unsigned()).review("WX1");

        assertThat(written(Verb.REVIEW).signature()).isEqualTo(Signature.UNVERIFIED);
    }

    @Test
    void platesAndLongNumbersInAChannelsSentenceAreHidden() {
        assertThat(FreeText.masked("车辆浙A12345未开通，账号6222020000000000，身份证33010619800101001X"))
                .isEqualTo("车辆浙A****45未开通，账号622****0000，身份证330****001X");
        assertThat(FreeText.masked("浙A1234学、粤Z1234港、浙AD12345、浙A1234应急、使123456、WJ浙1234X、民航A1234"))
                .isEqualTo("浙A****4学、粤Z****4港、浙A****45、浙A****应急、使1****56、WJ****4X、民航****34");
        assertThat(FreeText.masked("护照E12345678与执照不符，通行证号H10402667、M1040266701，居留证 CAN110010812310"))
                .isEqualTo("护照E****78与执照不符，通行证号H****67、M10****6701，居留证 CAN****2310");
        assertThat(FreeText.masked(null)).isEmpty();
    }

    private Heard written(Verb verb) {
        ArgumentCaptor<Heard> heard = ArgumentCaptor.forClass(Heard.class);
        verify(table).add(any(), eq(verb), any(), heard.capture(), any(), anyLong());
        return heard.getValue();
    }
}
