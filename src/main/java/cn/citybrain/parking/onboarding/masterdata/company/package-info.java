/** The parking companies: what is entered, its checks, and how one is made, changed and deactivated. Knows no lots or vendors. */
package cn.citybrain.parking.onboarding.masterdata.company;
