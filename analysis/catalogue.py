"""The catalogue: every rule by name, in the order of its id. Adding a rule = one file, one line here, words, cases."""

from __future__ import annotations

from analysis.rule import Rule
from analysis.rules.a1_no_lead import no_lead
from analysis.rules.a2_multi_lead import multi_lead
from analysis.rules.a3_lone_party import lone_party
from analysis.rules.a4_empty_duty import empty_duty
from analysis.rules.a5_vague_verb import vague_verb
from analysis.rules.a6_crowded import crowded
from analysis.rules.a7_unnamed_partner import unnamed_partner
from analysis.rules.a8_same_dept_twice import same_dept_twice
from analysis.rules.a9_shared_duty_text import shared_duty_text
from analysis.rules.a10_no_case import no_case
from analysis.rules.a11_leading_group_lead import leading_group_lead
from analysis.rules.a12_joint_cell import joint_cell
from analysis.rules.a13_case_party import case_party
from analysis.rules.b1_one_sided import one_sided
from analysis.rules.b8_alias_matter import alias_matter
from analysis.rules.b11_baseline_party_missing import baseline_party_missing
from analysis.rules.b12_baseline_lead_differs import baseline_lead_differs
from analysis.rules.b13_new_field_unassigned import new_field_unassigned
from analysis.rules.b14_unknown_party import unknown_party
from analysis.rules.c1_no_basis import no_basis
from analysis.rules.c2_basis_repealed import basis_repealed
from analysis.rules.c3_basis_revised import basis_revised
from analysis.rules.c4_duty_abolished import duty_abolished
from analysis.rules.c5_basis_weak import basis_weak
from analysis.rules.c6_basis_not_yet import basis_not_yet
from analysis.rules.c7_basis_unverifiable import basis_unverifiable
from analysis.rules.c8_basis_misquoted import basis_misquoted
from analysis.rules.c9_basis_unequal import basis_unequal
from analysis.rules.c10_old_organ_in_law import old_organ_in_law
from analysis.rules.d1_dept_abolished import dept_abolished
from analysis.rules.d2_self_boundary import self_boundary
from analysis.rules.d3_collapsed_parties import collapsed_parties
from analysis.rules.d4_ambiguous_successor import ambiguous_successor
from analysis.rules.d6_left_government import left_government
from analysis.rules.d7_name_nonstandard import name_nonstandard
from analysis.rules.d8_list_stale import list_stale
from analysis.rules.e1_lead_divergent import lead_divergent
from analysis.rules.e2_split_inconsistent import split_inconsistent
from analysis.rules.e6_foreign_place import foreign_place
from analysis.rules.e8_four_sames_broken import four_sames_broken
from analysis.rules.f1_field_missing import field_missing
from analysis.rules.f2_no_supervision import no_supervision
from analysis.rules.f3_no_service import no_service
from analysis.rules.f4_bad_numbering import bad_numbering
from analysis.rules.f6_parse_doubt import parse_doubt
from analysis.rules.f7_empty_row import empty_row
from analysis.rules.f8_empty_section import empty_section
from analysis.rules.f9_repeated_item import repeated_item
from analysis.rules.r1_replaced_word import replaced_word
from analysis.rules.r2_file_number_foreign import file_number_foreign
from analysis.rules.r3_foreign_address import foreign_address
from analysis.rules.r4_wrong_level import wrong_level
from analysis.rules.r5_self_supervision import self_supervision
from analysis.rules.r6_broken_text import broken_text
from analysis.rules.r7_personal_data import personal_data

CATALOGUE: tuple[Rule, ...] = (
    no_lead,
    multi_lead,
    lone_party,
    empty_duty,
    vague_verb,
    crowded,
    unnamed_partner,
    same_dept_twice,
    shared_duty_text,
    no_case,
    leading_group_lead,
    joint_cell,
    case_party,
    one_sided,
    alias_matter,
    baseline_party_missing,
    baseline_lead_differs,
    new_field_unassigned,
    unknown_party,
    no_basis,
    basis_repealed,
    basis_revised,
    duty_abolished,
    basis_weak,
    basis_not_yet,
    basis_unverifiable,
    basis_misquoted,
    basis_unequal,
    old_organ_in_law,
    dept_abolished,
    self_boundary,
    collapsed_parties,
    ambiguous_successor,
    left_government,
    name_nonstandard,
    list_stale,
    lead_divergent,
    split_inconsistent,
    foreign_place,
    four_sames_broken,
    field_missing,
    no_supervision,
    no_service,
    bad_numbering,
    parse_doubt,
    empty_row,
    empty_section,
    repeated_item,
    replaced_word,
    file_number_foreign,
    foreign_address,
    wrong_level,
    self_supervision,
    broken_text,
    personal_data,
)
