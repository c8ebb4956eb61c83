/**
 * The page 收款账户: the receiving accounts of a company, and what is on its way to one. Reads register and lots, changes
 * nothing.
 */
package cn.citybrain.parking.onboarding.application.account;
