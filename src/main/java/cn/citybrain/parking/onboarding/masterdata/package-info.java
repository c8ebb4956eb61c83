/** Master data (主数据): the pages and services by which the operating company keeps companies, lots, vendors and people, singly and by import. Keeps nothing of its own but what was imported when: the facts are {@code merchant}'s, the accounts {@code access}'s. */
@ApplicationModule(allowedDependencies = {"access", "access :: services", "encryption", "merchant", "sql"})
package cn.citybrain.parking.onboarding.masterdata;

import org.springframework.modulith.ApplicationModule;
