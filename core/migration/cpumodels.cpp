// SPDX-License-Identifier: GPL-3.0-or-later
// The features of the named x86 CPUs, as libvirt 9.0 defines them (cpu_map; a model never changes once it has a name).
// A table of our own, so that which VM may run where is decided without asking a host.
#include "core/migration/cpumodels.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace core::migration {

namespace {

struct Row {
    const char *name;
    const char *vendor; ///< empty: of none
    const char *features;
};

// clang-format off
constexpr std::array<Row, 58> table{{
    {"486", "",
     "fpu pse vme"},
    {"Broadwell", "Intel",
     "3dnowprefetch adx aes apic avx avx2 bmi1 bmi2 clflush cmov cx16 cx8 de erms fma fpu fsgsbase fxsr "
     "hle invpcid lahf_lm lm mca mce mmx movbe msr mtrr nx pae pat pcid pclmuldq pge pni popcnt pse pse36 "
     "rdseed rdtscp rtm sep smap smep sse sse2 sse4.1 sse4.2 ssse3 syscall tsc tsc-deadline x2apic xsave"},
    {"Broadwell-IBRS", "Intel",
     "3dnowprefetch adx aes apic avx avx2 bmi1 bmi2 clflush cmov cx16 cx8 de erms fma fpu fsgsbase fxsr "
     "hle invpcid lahf_lm lm mca mce mmx movbe msr mtrr nx pae pat pcid pclmuldq pge pni popcnt pse pse36 "
     "rdseed rdtscp rtm sep smap smep spec-ctrl sse sse2 sse4.1 sse4.2 ssse3 syscall tsc tsc-deadline "
     "x2apic xsave"},
    {"Broadwell-noTSX", "Intel",
     "3dnowprefetch adx aes apic avx avx2 bmi1 bmi2 clflush cmov cx16 cx8 de erms fma fpu fsgsbase fxsr "
     "invpcid lahf_lm lm mca mce mmx movbe msr mtrr nx pae pat pcid pclmuldq pge pni popcnt pse pse36 "
     "rdseed rdtscp sep smap smep sse sse2 sse4.1 sse4.2 ssse3 syscall tsc tsc-deadline x2apic xsave"},
    {"Broadwell-noTSX-IBRS", "Intel",
     "3dnowprefetch adx aes apic avx avx2 bmi1 bmi2 clflush cmov cx16 cx8 de erms fma fpu fsgsbase fxsr "
     "invpcid lahf_lm lm mca mce mmx movbe msr mtrr nx pae pat pcid pclmuldq pge pni popcnt pse pse36 "
     "rdseed rdtscp sep smap smep spec-ctrl sse sse2 sse4.1 sse4.2 ssse3 syscall tsc tsc-deadline x2apic "
     "xsave"},
    {"Cascadelake-Server", "Intel",
     "3dnowprefetch abm adx aes apic arat avx avx2 avx512bw avx512cd avx512dq avx512f avx512vl avx512vnni "
     "bmi1 bmi2 clflush clflushopt clwb cmov cx16 cx8 de erms f16c fma fpu fsgsbase fxsr hle invpcid "
     "lahf_lm lm mca mce mmx movbe mpx msr mtrr nx pae pat pcid pclmuldq pdpe1gb pge pni popcnt pse pse36 "
     "rdrand rdseed rdtscp rtm sep smap smep spec-ctrl ssbd sse sse2 sse4.1 sse4.2 ssse3 syscall tsc "
     "tsc-deadline vme x2apic xgetbv1 xsave xsavec xsaveopt"},
    {"Cascadelake-Server-noTSX", "Intel",
     "3dnowprefetch abm adx aes apic arat avx avx2 avx512bw avx512cd avx512dq avx512f avx512vl avx512vnni "
     "bmi1 bmi2 clflush clflushopt clwb cmov cx16 cx8 de erms f16c fma fpu fsgsbase fxsr invpcid lahf_lm "
     "lm mca mce mmx movbe mpx msr mtrr nx pae pat pcid pclmuldq pdpe1gb pge pni popcnt pse pse36 rdrand "
     "rdseed rdtscp sep smap smep spec-ctrl ssbd sse sse2 sse4.1 sse4.2 ssse3 syscall tsc tsc-deadline vme "
     "x2apic xgetbv1 xsave xsavec xsaveopt"},
    {"Conroe", "Intel",
     "apic clflush cmov cx8 de fpu fxsr lahf_lm lm mca mce mmx msr mtrr nx pae pat pge pni pse pse36 sep "
     "sse sse2 ssse3 syscall tsc"},
    {"Cooperlake", "Intel",
     "3dnowprefetch abm adx aes apic arat arch-capabilities avx avx2 avx512-bf16 avx512bw avx512cd "
     "avx512dq avx512f avx512vl avx512vnni bmi1 bmi2 clflush clflushopt clwb cmov cx16 cx8 de erms f16c "
     "fma fpu fsgsbase fxsr hle ibrs-all invpcid lahf_lm lm mca mce mds-no mmx movbe msr mtrr nx pae pat "
     "pcid pclmuldq pdpe1gb pge pku pni popcnt pschange-mc-no pse pse36 rdctl-no rdrand rdseed rdtscp rtm "
     "sep skip-l1dfl-vmentry smap smep spec-ctrl ssbd sse sse2 sse4.1 sse4.2 ssse3 stibp syscall taa-no "
     "tsc tsc-deadline vme x2apic xgetbv1 xsave xsavec xsaveopt"},
    {"Dhyana", "Hygon",
     "3dnowprefetch abm adx apic arat avx avx2 bmi1 bmi2 clflush clflushopt cmov cr8legacy cx16 cx8 de "
     "f16c fma fpu fsgsbase fxsr fxsr_opt ibpb lahf_lm lm mca mce misalignsse mmx mmxext movbe msr mtrr nx "
     "osvw pae pat pdpe1gb pge pni popcnt pse pse36 rdrand rdseed rdtscp sep smap smep sse sse2 sse4.1 "
     "sse4.2 sse4a ssse3 svm syscall tsc vme xgetbv1 xsave xsavec xsaveopt"},
    {"EPYC", "AMD",
     "3dnowprefetch abm adx aes apic arat avx avx2 bmi1 bmi2 clflush clflushopt cmov cr8legacy cx16 cx8 de "
     "f16c fma fpu fsgsbase fxsr fxsr_opt lahf_lm lm mca mce misalignsse mmx mmxext movbe msr mtrr nx osvw "
     "pae pat pclmuldq pdpe1gb pge pni popcnt pse pse36 rdrand rdseed rdtscp sep sha-ni smap smep sse sse2 "
     "sse4.1 sse4.2 sse4a ssse3 svm syscall tsc vme xgetbv1 xsave xsavec xsaveopt"},
    {"EPYC-IBPB", "AMD",
     "3dnowprefetch abm adx aes apic arat avx avx2 bmi1 bmi2 clflush clflushopt cmov cr8legacy cx16 cx8 de "
     "f16c fma fpu fsgsbase fxsr fxsr_opt ibpb lahf_lm lm mca mce misalignsse mmx mmxext movbe msr mtrr nx "
     "osvw pae pat pclmuldq pdpe1gb pge pni popcnt pse pse36 rdrand rdseed rdtscp sep sha-ni smap smep sse "
     "sse2 sse4.1 sse4.2 sse4a ssse3 svm syscall tsc vme xgetbv1 xsave xsavec xsaveopt"},
    {"EPYC-Milan", "AMD",
     "3dnowprefetch abm adx aes amd-ssbd amd-stibp apic arat avx avx2 bmi1 bmi2 clflush clflushopt clwb "
     "clzero cmov cr8legacy cx16 cx8 de erms f16c fma fpu fsgsbase fsrm fxsr fxsr_opt ibpb ibrs invpcid "
     "lahf_lm lm mca mce misalignsse mmx mmxext movbe msr mtrr npt nrip-save nx osvw pae pat pcid pclmuldq "
     "pdpe1gb perfctr_core pge pku pni popcnt pse pse36 rdpid rdrand rdseed rdtscp sep sha-ni smap smep "
     "sse sse2 sse4.1 sse4.2 sse4a ssse3 svm svme-addr-chk syscall tsc umip vme wbnoinvd xgetbv1 xsave "
     "xsavec xsaveerptr xsaveopt xsaves"},
    {"EPYC-Rome", "AMD",
     "3dnowprefetch abm adx aes amd-stibp apic arat avx avx2 bmi1 bmi2 clflush clflushopt clwb clzero cmov "
     "cr8legacy cx16 cx8 de f16c fma fpu fsgsbase fxsr fxsr_opt ibpb lahf_lm lm mca mce misalignsse mmx "
     "mmxext movbe msr mtrr npt nrip-save nx osvw pae pat pclmuldq pdpe1gb perfctr_core pge pni popcnt pse "
     "pse36 rdpid rdrand rdseed rdtscp sep sha-ni smap smep sse sse2 sse4.1 sse4.2 sse4a ssse3 svm syscall "
     "tsc umip vme wbnoinvd xgetbv1 xsave xsavec xsaveerptr xsaveopt"},
    {"Haswell", "Intel",
     "aes apic avx avx2 bmi1 bmi2 clflush cmov cx16 cx8 de erms fma fpu fsgsbase fxsr hle invpcid lahf_lm "
     "lm mca mce mmx movbe msr mtrr nx pae pat pcid pclmuldq pge pni popcnt pse pse36 rdtscp rtm sep smep "
     "sse sse2 sse4.1 sse4.2 ssse3 syscall tsc tsc-deadline x2apic xsave"},
    {"Haswell-IBRS", "Intel",
     "aes apic avx avx2 bmi1 bmi2 clflush cmov cx16 cx8 de erms fma fpu fsgsbase fxsr hle invpcid lahf_lm "
     "lm mca mce mmx movbe msr mtrr nx pae pat pcid pclmuldq pge pni popcnt pse pse36 rdtscp rtm sep smep "
     "spec-ctrl sse sse2 sse4.1 sse4.2 ssse3 syscall tsc tsc-deadline x2apic xsave"},
    {"Haswell-noTSX", "Intel",
     "aes apic avx avx2 bmi1 bmi2 clflush cmov cx16 cx8 de erms fma fpu fsgsbase fxsr invpcid lahf_lm lm "
     "mca mce mmx movbe msr mtrr nx pae pat pcid pclmuldq pge pni popcnt pse pse36 rdtscp sep smep sse "
     "sse2 sse4.1 sse4.2 ssse3 syscall tsc tsc-deadline x2apic xsave"},
    {"Haswell-noTSX-IBRS", "Intel",
     "aes apic avx avx2 bmi1 bmi2 clflush cmov cx16 cx8 de erms fma fpu fsgsbase fxsr invpcid lahf_lm lm "
     "mca mce mmx movbe msr mtrr nx pae pat pcid pclmuldq pge pni popcnt pse pse36 rdtscp sep smep "
     "spec-ctrl sse sse2 sse4.1 sse4.2 ssse3 syscall tsc tsc-deadline x2apic xsave"},
    {"Icelake-Client", "Intel",
     "3dnowprefetch abm adx aes apic arat avx avx2 avx512-vpopcntdq avx512bitalg avx512vbmi avx512vbmi2 "
     "avx512vnni bmi1 bmi2 clflush cmov cx16 cx8 de erms f16c fma fpu fsgsbase fxsr gfni hle invpcid "
     "lahf_lm lm mca mce mmx movbe mpx msr mtrr nx pae pat pcid pclmuldq pge pku pni popcnt pse pse36 "
     "rdrand rdseed rdtscp rtm sep smap smep spec-ctrl ssbd sse sse2 sse4.1 sse4.2 ssse3 syscall tsc "
     "tsc-deadline umip vaes vme vpclmulqdq wbnoinvd x2apic xgetbv1 xsave xsavec xsaveopt"},
    {"Icelake-Client-noTSX", "Intel",
     "3dnowprefetch abm adx aes apic arat avx avx2 avx512-vpopcntdq avx512bitalg avx512vbmi avx512vbmi2 "
     "avx512vnni bmi1 bmi2 clflush cmov cx16 cx8 de erms f16c fma fpu fsgsbase fxsr gfni invpcid lahf_lm "
     "lm mca mce mmx movbe mpx msr mtrr nx pae pat pcid pclmuldq pge pku pni popcnt pse pse36 rdrand "
     "rdseed rdtscp sep smap smep spec-ctrl ssbd sse sse2 sse4.1 sse4.2 ssse3 syscall tsc tsc-deadline "
     "umip vaes vme vpclmulqdq wbnoinvd x2apic xgetbv1 xsave xsavec xsaveopt"},
    {"Icelake-Server", "Intel",
     "3dnowprefetch abm adx aes apic arat avx avx2 avx512-vpopcntdq avx512bitalg avx512bw avx512cd "
     "avx512dq avx512f avx512vbmi avx512vbmi2 avx512vl avx512vnni bmi1 bmi2 clflush clflushopt clwb cmov "
     "cx16 cx8 de erms f16c fma fpu fsgsbase fxsr gfni hle invpcid la57 lahf_lm lm mca mce mmx movbe mpx "
     "msr mtrr nx pae pat pcid pclmuldq pdpe1gb pge pku pni popcnt pse pse36 rdrand rdseed rdtscp rtm sep "
     "smap smep spec-ctrl ssbd sse sse2 sse4.1 sse4.2 ssse3 syscall tsc tsc-deadline umip vaes vme "
     "vpclmulqdq wbnoinvd x2apic xgetbv1 xsave xsavec xsaveopt"},
    {"Icelake-Server-noTSX", "Intel",
     "3dnowprefetch abm adx aes apic arat avx avx2 avx512-vpopcntdq avx512bitalg avx512bw avx512cd "
     "avx512dq avx512f avx512vbmi avx512vbmi2 avx512vl avx512vnni bmi1 bmi2 clflush clflushopt clwb cmov "
     "cx16 cx8 de erms f16c fma fpu fsgsbase fxsr gfni invpcid la57 lahf_lm lm mca mce mmx movbe mpx msr "
     "mtrr nx pae pat pcid pclmuldq pdpe1gb pge pku pni popcnt pse pse36 rdrand rdseed rdtscp sep smap "
     "smep spec-ctrl ssbd sse sse2 sse4.1 sse4.2 ssse3 syscall tsc tsc-deadline umip vaes vme vpclmulqdq "
     "wbnoinvd x2apic xgetbv1 xsave xsavec xsaveopt"},
    {"IvyBridge", "Intel",
     "aes apic avx clflush cmov cx16 cx8 de erms f16c fpu fsgsbase fxsr lahf_lm lm mca mce mmx msr mtrr nx "
     "pae pat pclmuldq pge pni popcnt pse pse36 rdrand rdtscp sep smep sse sse2 sse4.1 sse4.2 ssse3 "
     "syscall tsc tsc-deadline vme x2apic xsave"},
    {"IvyBridge-IBRS", "Intel",
     "aes apic avx clflush cmov cx16 cx8 de erms f16c fpu fsgsbase fxsr lahf_lm lm mca mce mmx msr mtrr nx "
     "pae pat pclmuldq pge pni popcnt pse pse36 rdrand rdtscp sep smep spec-ctrl sse sse2 sse4.1 sse4.2 "
     "ssse3 syscall tsc tsc-deadline vme x2apic xsave"},
    {"Nehalem", "Intel",
     "apic clflush cmov cx16 cx8 de fpu fxsr lahf_lm lm mca mce mmx msr mtrr nx pae pat pge pni popcnt pse "
     "pse36 sep sse sse2 sse4.1 sse4.2 ssse3 syscall tsc"},
    {"Nehalem-IBRS", "Intel",
     "apic clflush cmov cx16 cx8 de fpu fxsr lahf_lm lm mca mce mmx msr mtrr nx pae pat pge pni popcnt pse "
     "pse36 sep spec-ctrl sse sse2 sse4.1 sse4.2 ssse3 syscall tsc"},
    {"Opteron_G1", "AMD",
     "apic clflush cmov cx8 de fpu fxsr lm mca mce mmx msr mtrr nx pae pat pge pni pse pse36 sep sse sse2 "
     "syscall tsc"},
    {"Opteron_G2", "AMD",
     "apic clflush cmov cx16 cx8 de fpu fxsr lahf_lm lm mca mce mmx msr mtrr nx pae pat pge pni pse pse36 "
     "rdtscp sep sse sse2 svm syscall tsc"},
    {"Opteron_G3", "AMD",
     "abm apic clflush cmov cx16 cx8 de fpu fxsr lahf_lm lm mca mce misalignsse mmx msr mtrr nx pae pat "
     "pge pni popcnt pse pse36 rdtscp sep sse sse2 sse4a svm syscall tsc"},
    {"Opteron_G4", "AMD",
     "3dnowprefetch abm aes apic avx clflush cmov cx16 cx8 de fma4 fpu fxsr lahf_lm lm mca mce misalignsse "
     "mmx msr mtrr nx pae pat pclmuldq pdpe1gb pge pni popcnt pse pse36 rdtscp sep sse sse2 sse4.1 sse4.2 "
     "sse4a ssse3 svm syscall tsc xop xsave"},
    {"Opteron_G5", "AMD",
     "3dnowprefetch abm aes apic avx clflush cmov cx16 cx8 de f16c fma fma4 fpu fxsr lahf_lm lm mca mce "
     "misalignsse mmx msr mtrr nx pae pat pclmuldq pdpe1gb pge pni popcnt pse pse36 rdtscp sep sse sse2 "
     "sse4.1 sse4.2 sse4a ssse3 svm syscall tbm tsc xop xsave"},
    {"Penryn", "Intel",
     "apic clflush cmov cx16 cx8 de fpu fxsr lahf_lm lm mca mce mmx msr mtrr nx pae pat pge pni pse pse36 "
     "sep sse sse2 sse4.1 ssse3 syscall tsc"},
    {"SandyBridge", "Intel",
     "aes apic avx clflush cmov cx16 cx8 de fpu fxsr lahf_lm lm mca mce mmx msr mtrr nx pae pat pclmuldq "
     "pge pni popcnt pse pse36 rdtscp sep sse sse2 sse4.1 sse4.2 ssse3 syscall tsc tsc-deadline x2apic "
     "xsave"},
    {"SandyBridge-IBRS", "Intel",
     "aes apic avx clflush cmov cx16 cx8 de fpu fxsr lahf_lm lm mca mce mmx msr mtrr nx pae pat pclmuldq "
     "pge pni popcnt pse pse36 rdtscp sep spec-ctrl sse sse2 sse4.1 sse4.2 ssse3 syscall tsc tsc-deadline "
     "x2apic xsave"},
    {"Skylake-Client", "Intel",
     "3dnowprefetch abm adx aes apic arat avx avx2 bmi1 bmi2 clflush cmov cx16 cx8 de erms f16c fma fpu "
     "fsgsbase fxsr hle invpcid lahf_lm lm mca mce mmx movbe mpx msr mtrr nx pae pat pcid pclmuldq pge pni "
     "popcnt pse pse36 rdrand rdseed rdtscp rtm sep smap smep sse sse2 sse4.1 sse4.2 ssse3 syscall tsc "
     "tsc-deadline vme x2apic xgetbv1 xsave xsavec xsaveopt"},
    {"Skylake-Client-IBRS", "Intel",
     "3dnowprefetch abm adx aes apic arat avx avx2 bmi1 bmi2 clflush cmov cx16 cx8 de erms f16c fma fpu "
     "fsgsbase fxsr hle invpcid lahf_lm lm mca mce mmx movbe mpx msr mtrr nx pae pat pcid pclmuldq pge pni "
     "popcnt pse pse36 rdrand rdseed rdtscp rtm sep smap smep spec-ctrl sse sse2 sse4.1 sse4.2 ssse3 "
     "syscall tsc tsc-deadline vme x2apic xgetbv1 xsave xsavec xsaveopt"},
    {"Skylake-Client-noTSX-IBRS", "Intel",
     "3dnowprefetch abm adx aes apic arat avx avx2 bmi1 bmi2 clflush cmov cx16 cx8 de erms f16c fma fpu "
     "fsgsbase fxsr invpcid lahf_lm lm mca mce mmx movbe mpx msr mtrr nx pae pat pcid pclmuldq pge pni "
     "popcnt pse pse36 rdrand rdseed rdtscp sep smap smep spec-ctrl sse sse2 sse4.1 sse4.2 ssse3 syscall "
     "tsc tsc-deadline vme x2apic xgetbv1 xsave xsavec xsaveopt"},
    {"Skylake-Server", "Intel",
     "3dnowprefetch abm adx aes apic arat avx avx2 avx512bw avx512cd avx512dq avx512f avx512vl bmi1 bmi2 "
     "clflush clwb cmov cx16 cx8 de erms f16c fma fpu fsgsbase fxsr hle invpcid lahf_lm lm mca mce mmx "
     "movbe mpx msr mtrr nx pae pat pcid pclmuldq pdpe1gb pge pni popcnt pse pse36 rdrand rdseed rdtscp "
     "rtm sep smap smep sse sse2 sse4.1 sse4.2 ssse3 syscall tsc tsc-deadline vme x2apic xgetbv1 xsave "
     "xsavec xsaveopt"},
    {"Skylake-Server-IBRS", "Intel",
     "3dnowprefetch abm adx aes apic arat avx avx2 avx512bw avx512cd avx512dq avx512f avx512vl bmi1 bmi2 "
     "clflush clwb cmov cx16 cx8 de erms f16c fma fpu fsgsbase fxsr hle invpcid lahf_lm lm mca mce mmx "
     "movbe mpx msr mtrr nx pae pat pcid pclmuldq pdpe1gb pge pni popcnt pse pse36 rdrand rdseed rdtscp "
     "rtm sep smap smep spec-ctrl sse sse2 sse4.1 sse4.2 ssse3 syscall tsc tsc-deadline vme x2apic xgetbv1 "
     "xsave xsavec xsaveopt"},
    {"Skylake-Server-noTSX-IBRS", "Intel",
     "3dnowprefetch abm adx aes apic arat avx avx2 avx512bw avx512cd avx512dq avx512f avx512vl bmi1 bmi2 "
     "clflush clwb cmov cx16 cx8 de erms f16c fma fpu fsgsbase fxsr invpcid lahf_lm lm mca mce mmx movbe "
     "mpx msr mtrr nx pae pat pcid pclmuldq pdpe1gb pge pni popcnt pse pse36 rdrand rdseed rdtscp sep smap "
     "smep spec-ctrl sse sse2 sse4.1 sse4.2 ssse3 syscall tsc tsc-deadline vme x2apic xgetbv1 xsave xsavec "
     "xsaveopt"},
    {"Snowridge", "Intel",
     "3dnowprefetch aes apic arat arch-capabilities cldemote clflush clflushopt clwb cmov core-capability "
     "cx16 cx8 de erms fpu fsgsbase fxsr gfni lahf_lm lm mca mce mmx movbe movdir64b movdiri msr mtrr nx "
     "pae pat pclmuldq pdpe1gb pge pni popcnt pse pse36 rdrand rdseed rdtscp sep sha-ni smap smep "
     "spec-ctrl split-lock-detect ssbd sse sse2 sse4.1 sse4.2 ssse3 syscall tsc tsc-deadline umip vme "
     "x2apic xgetbv1 xsave xsavec xsaveopt"},
    {"Westmere", "Intel",
     "aes apic clflush cmov cx16 cx8 de fpu fxsr lahf_lm lm mca mce mmx msr mtrr nx pae pat pge pni popcnt "
     "pse pse36 sep sse sse2 sse4.1 sse4.2 ssse3 syscall tsc"},
    {"Westmere-IBRS", "Intel",
     "aes apic clflush cmov cx16 cx8 de fpu fxsr lahf_lm lm mca mce mmx msr mtrr nx pae pat pge pni popcnt "
     "pse pse36 sep spec-ctrl sse sse2 sse4.1 sse4.2 ssse3 syscall tsc"},
    {"athlon", "AMD",
     "3dnow 3dnowext apic cmov cx8 de fpu fxsr mce mmx mmxext msr mtrr pae pat pge pse pse36 sep sse sse2 "
     "tsc vme"},
    {"core2duo", "Intel",
     "apic clflush cmov cx8 de fpu fxsr lm mca mce mmx monitor msr mtrr nx pae pat pge pni pse pse36 sep "
     "sse sse2 ssse3 syscall tsc vme"},
    {"coreduo", "Intel",
     "apic clflush cmov cx8 de fpu fxsr mca mce mmx monitor msr mtrr nx pae pat pge pni pse sep sse sse2 "
     "tsc vme"},
    {"cpu64-rhel5", "",
     "apic clflush cmov cx8 de fpu fxsr lm mca mce mmx msr mtrr nx pae pat pge pni pse pse36 sep sse sse2 "
     "syscall tsc"},
    {"cpu64-rhel6", "",
     "apic clflush cmov cx16 cx8 de fpu fxsr lahf_lm lm mca mce mmx msr mtrr nx pae pat pge pni pse pse36 "
     "sep sse sse2 syscall tsc"},
    {"kvm32", "",
     "apic clflush cmov cx8 de fpu fxsr mca mce mmx msr mtrr pae pat pge pni pse pse36 sep sse sse2 tsc"},
    {"kvm64", "",
     "apic clflush cmov cx16 cx8 de fpu fxsr lm mca mce mmx msr mtrr nx pae pat pge pni pse pse36 sep sse "
     "sse2 syscall tsc"},
    {"n270", "Intel",
     "apic clflush cmov cx8 de fpu fxsr mca mce mmx monitor msr mtrr nx pae pat pge pni pse sep sse sse2 "
     "ssse3 tsc vme"},
    {"pentium", "",
     "cx8 de fpu mce mmx msr pse tsc vme"},
    {"pentium2", "",
     "cmov cx8 de fpu fxsr mca mce mmx msr mtrr pae pat pge pse pse36 sep tsc vme"},
    {"pentium3", "",
     "cmov cx8 de fpu fxsr mca mce mmx msr mtrr pae pat pge pse pse36 sep sse tsc vme"},
    {"pentiumpro", "",
     "apic cmov cx8 de fpu fxsr mce mmx msr pae pat pge pse sep sse sse2 tsc"},
    {"phenom", "AMD",
     "3dnow 3dnowext apic clflush cmov cx8 de fpu fxsr fxsr_opt lm mca mce mmx mmxext monitor msr mtrr nx "
     "pae pat pge pni pse pse36 sep sse sse2 svm syscall tsc"},
    {"qemu32", "",
     "apic cmov cx8 de fpu fxsr mce mmx msr pae pat pge pni pse sep sse sse2 tsc"},
    {"qemu64", "",
     "apic clflush cmov cx16 cx8 de fpu fxsr lm mca mce mmx msr mtrr nx pae pat pge pni pse pse36 sep sse "
     "sse2 svm syscall tsc"},
}};
// clang-format on

const Row *rowOf(QStringView name)
{
    const auto it =
        std::ranges::find_if(table, [&](const Row &row) { return name == QLatin1StringView(row.name); });
    return it == table.end() ? nullptr : &*it;
}

} // namespace

bool isKnownModel(QStringView model)
{
    return rowOf(model) != nullptr;
}

QString vendorOfModel(QStringView model)
{
    const Row *row = rowOf(model);
    return row == nullptr ? QString() : QString::fromLatin1(row->vendor);
}

Features featuresOfModel(QStringView model)
{
    const Row *row = rowOf(model);
    if (row == nullptr)
        return {};
    const QStringList names = QString::fromLatin1(row->features).split(u' ');
    return {names.begin(), names.end()};
}

} // namespace core::migration
