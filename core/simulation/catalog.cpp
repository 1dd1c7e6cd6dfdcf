// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/catalog.h"

#include <array>

namespace core::simulation {

namespace {

using Word = const char16_t *;

constexpr std::array hardware{
    Hardware{1, 8, 2, 2400, 64, u"Skylake-Server"},
    Hardware{2, 8, 2, 2600, 192, u"Skylake-Server"},
    Hardware{2, 12, 2, 2600, 384, u"Cascadelake-Server"},
    Hardware{2, 16, 2, 2900, 512, u"Cascadelake-Server"},
    Hardware{2, 24, 2, 2700, 768, u"Icelake-Server"},
    Hardware{2, 32, 2, 2700, 1024, u"Icelake-Server"},
    Hardware{2, 48, 2, 2450, 2048, u"EPYC-Rome"},
    Hardware{2, 64, 2, 2450, 4096, u"EPYC-Milan"},
    Hardware{4, 60, 2, 2200, 12288, u"SapphireRapids"},
    Hardware{8, 60, 2, 2200, 24576, u"SapphireRapids"},
};

constexpr std::array sizes{
    VmSize{1, 1024},  VmSize{1, 2048},  VmSize{1, 2048},   VmSize{1, 2048},  VmSize{2, 2048},
    VmSize{2, 4096},  VmSize{2, 4096},  VmSize{2, 4096},   VmSize{2, 4096},  VmSize{2, 8192},
    VmSize{2, 8192},  VmSize{4, 8192},  VmSize{4, 8192},   VmSize{4, 16384}, VmSize{4, 16384},
    VmSize{8, 16384}, VmSize{8, 32768}, VmSize{16, 65536},
};

constexpr std::array places{Site{u"Paris", u"par"}, Site{u"Montréal", u"mtl"}, Site{u"Lyon", u"lyo"}};

constexpr std::array<Word, 8> productionRoles{u"web",  u"app", u"cache", u"proxy",
                                              u"mail", u"api", u"k8s",   u"erp"};
constexpr std::array<Word, 5> dataRoles{u"db", u"dwh", u"backup", u"nfs", u"mq"};
constexpr std::array<Word, 6> developmentRoles{u"dev", u"test", u"ci", u"build", u"git", u"vdi"};

const std::array roles{ClusterRole{u"Production", u"prod", productionRoles},
                       ClusterRole{u"Développement", u"dev", developmentRoles},
                       ClusterRole{u"Données", u"data", dataRoles}};

constexpr std::array<Word, 24> served{
    u"boutique",  u"paie",        u"intranet", u"logistique", u"recherche", u"stock",
    u"portail",   u"cartes",      u"archives", u"support",    u"ventes",    u"formation",
    u"catalogue", u"facturation", u"contrats", u"annuaire",   u"journal",   u"mesures",
    u"vitrine",   u"planning",    u"réseau",   u"qualité",    u"météo",     u"trésorerie",
};

constexpr std::array<Word, 6> systems{u"Debian GNU/Linux 12", u"Debian GNU/Linux 12",
                                      u"Ubuntu 22.04 LTS",    u"Red Hat Enterprise Linux 9",
                                      u"AlmaLinux 9",         u"Windows Server 2022"};

constexpr std::array<Word, 10> remarks{
    u"",
    u"env=production team=web backup=daily",
    u"env=production team=data backup=hourly",
    u"env=production équipe=réseau",
    u"env=préproduction équipe=qualité",
    u"env=test team=build",
    u"env=test équipe=études expire=2027-03",
    u"Ne pas arrêter sans prévenir la permanence",
    u"Do not restart during month-end closing",
    u"owner=finance cost-centre=4410",
};

constexpr std::array<Word, 4> purposes{u"Services", u"Stockage", u"Administration", u"DMZ"};

} // namespace

std::span<const Hardware> hardwareTable()
{
    return hardware;
}

std::span<const VmSize> vmSizes()
{
    return sizes;
}

std::span<const Site> sites()
{
    return places;
}

std::span<const ClusterRole> clusterRoles()
{
    return roles;
}

std::span<const char16_t *const> services()
{
    return served;
}

std::span<const char16_t *const> guestSystems()
{
    return systems;
}

std::span<const char16_t *const> notes()
{
    return remarks;
}

std::span<const char16_t *const> networkPurposes()
{
    return purposes;
}

} // namespace core::simulation
