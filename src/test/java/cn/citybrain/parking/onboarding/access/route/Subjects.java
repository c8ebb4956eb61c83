package cn.citybrain.parking.onboarding.access.route;

import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.SampleForm;
import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.application.life.ChannelAnswers;
import cn.citybrain.parking.onboarding.application.life.ReviewDecisions;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.TestMerchants;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.function.SingletonSupplier;

/**
 * Something real to put into an address: an application of hubin, its lot that zhilian connects, a paper, a task; each made
 * when an address first needs it. What calls could take away from other tests (companies, people) is made for this, or does
 * not exist.
 */
public final class Subjects {

    /** Where a variable stands for nothing in particular. */
    private static final String ANYTHING = "1";

    private final Map<String, Supplier<String>> places = new LinkedHashMap<>();
    private final ConfigurableListableBeanFactory beans;
    private final SingletonSupplier<Task> task = SingletonSupplier.of(this::begun);
    private final SingletonSupplier<Bound> bound = SingletonSupplier.of(this::bound);

    public Subjects(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
        processes();
        applications();
        masterdata();
    }

    /** @param lotCode of a lot of hubin's that is bound by the application */
    private record Bound(String no, String lotCode, long binding, String paper) {}

    /** The address with these subjects in the places of its variables. */
    public String at(String pattern) {
        String address = pattern;
        for (Map.Entry<String, Supplier<String>> place : places.entrySet()) {
            if (address.contains(place.getKey())) {
                String before = place.getKey().replaceFirst("\\{[^{}]*}$", "");
                address = address.replace(
                        place.getKey(), before + place.getValue().get());
            }
        }
        return address.replaceAll("\\{\\w+:(\\w+)}", "$1")
                .replaceAll("\\{[^{}]*}", ANYTHING)
                .replaceAll("/\\*\\*$", "/nothing")
                .replaceAll("([?&]\\w+)(?=&|$)", "$1=" + ANYTHING);
    }

    private void processes() {
        Supplier<String> instance = () -> task.obtain().getProcessInstanceId();
        Supplier<String> definition = () -> task.obtain().getProcessDefinitionId();
        Supplier<String> id = () -> task.obtain().getId();
        places.put("/api/tasks/{id}", id);
        places.put("/api/instances/{id}", instance);
        places.put("/api/audit/process-instances/{id}", instance);
        places.put("/api/audit/models/{id}", definition);
        places.put("/api/audit/definitions/{key}", () -> "wechatpay-onboarding");
        places.put("/engine/engine/{name}", () -> "default");
        places.put("{engine}", () -> "default");
        places.put("{engineName}", () -> "default");
        places.put("{processEngineName}", () -> "default");
        places.put("default/task/{id}", id);
        places.put("default/process-instance/{id}", instance);
        places.put("default/execution/{id}", instance);
        places.put("default/history/process-instance/{id}", instance);
        places.put("/process-definition/key/{key}", () -> "wechatpay-onboarding");
        places.put("/process-definition/{id}", definition);
    }

    private void applications() {
        places.put("/{no}", () -> bound.obtain().no());
        places.put("/api/bindings/{id}", () -> Long.toString(bound.obtain().binding()));
        places.put("/lots/{bindingId}", () -> Long.toString(bound.obtain().binding()));
        places.put("/api/lots/{code}", () -> bound.obtain().lotCode());
        places.put("/api/documents/{id}", () -> bound.obtain().paper());
        places.put("/papers/{id}", () -> bound.obtain().paper());
        places.put("{channel}", () -> "wechatpay");
        places.put("/callbacks/{code}", () -> "wechatpay");
        places.put("/api/channels/{code}", () -> "wechatpay");
    }

    private void masterdata() {
        places.put("/api/masterdata/lots/{code}", () -> bound.obtain().lotCode());
        places.put("{tenant}", () -> TestMerchants.add(beans.getBean(Merchants.class))
                .tenantId());
        places.put("{group}", () -> "vendor-zhilian");
        places.put("{kind}", () -> "lots");
        places.put("/people/{id}", () -> "nobody-here");
    }

    /** The first task of an application that hubin began. */
    private Task begun() {
        String no = new TestDrafts(beans).create(Channel.WECHATPAY, "hubin", "hubin");
        int port = beans.getBean(Environment.class).getRequiredProperty("local.server.port", Integer.class);
        Browser.of(port, "hubin").call("POST", "/api/applications/" + no + "/begin", "{}");
        return beans.getBean(TaskService.class)
                .createTaskQuery()
                .processInstanceBusinessKey(no)
                .singleResult();
    }

    private Bound bound() {
        Merchant hubin = beans.getBean(Merchants.class).byTenant("hubin").orElseThrow();
        ReviewDecisions decisions = beans.getBean(ReviewDecisions.class);
        ChannelAnswers answers = beans.getBean(ChannelAnswers.class);
        TestDrafts drafts = new TestDrafts(beans);
        String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 10);
        String lot = "M" + unique;
        beans.getBean(ParkingLots.class).add(lot, "矩阵" + unique, "文三路 9 号", 10, hubin.id());
        beans.getBean(Vendors.class).assign(lot, "vendor-zhilian", "test");
        String no = SampleForm.submit(drafts, hubin, "6222" + System.nanoTime(), "hubin");
        decisions.accept(no, "reviewer");
        answers.opened(no, "sub" + unique);
        long binding =
                beans.getBean(LotBindings.class).bind(no, List.of(lot)).get(0).id();
        return new Bound(no, lot, binding, paper(no));
    }

    private String paper(String applicationNo) {
        return beans.getBean(JdbcClient.class)
                .sql("SELECT min(id) FROM document WHERE application_no = ?")
                .param(applicationNo)
                .query(String.class)
                .single();
    }
}
