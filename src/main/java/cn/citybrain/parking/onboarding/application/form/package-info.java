/** What a form of a channel asks: catalogue of fields, rules, checks, stages. Knows no application. */
package cn.citybrain.parking.onboarding.application.form;
