# SPDX-License-Identifier: GPL-3.0-or-later
# A machine in 512 bytes: prints "tick N" once a second on COM1 and on the screen, sleeps in HLT between timer
# interrupts, powers off on the ACPI power button (i440fx: PMBASE 0x600), and dirties [dirty] 4-KiB pages above 1 MiB at
# every timer interrupt (18.2 Hz). The lab patches in the name and the number of pages. 8 MiB or more with a VGA card.
    .code16
    .globl _start
_start:
    cli
    xorw %ax,%ax
    movw %ax,%ds
    movw %ax,%ss
    movw $0x7c00,%sp
    movw $0x0003,%ax            # 80x25 text, cleared; before unreal mode: the BIOS is free to change segments
    sti
    int $0x10
    cli
    lgdtl gdtr                  # unreal mode: give %fs a 4-GiB limit
    movl %cr0,%eax
    orb $1,%al
    movl %eax,%cr0
    movw $8,%bx
    movw %bx,%fs
    andb $0xfe,%al
    movl %eax,%cr0
    sti
    movw $banner,%si
    call puts
    movw $name,%si
    call puts
    movw $up,%si
    call puts
    movw $0x602,%dx             # PM1a_EN: power button, else QEMU never sets the status bit
    movw $0x100,%ax
    outw %ax,%dx
    xorl %edi,%edi              # seconds
    xorw %bp,%bp                # timer interrupts
loop:
    hlt
    movw $0x600,%dx             # PM1a_STS, bit 8 = power button
    inw %dx,%ax
    testb $1,%ah
    jnz off
    movw dirty,%cx
    jcxz 2f
    movl $0x100000,%eax
1:  incl %fs:(%eax)
    addl $0x1000,%eax           # next page
    loop 1b
2:  incw %bp
    cmpw $18,%bp
    jb loop
    xorw %bp,%bp
    incl %edi
    movw $tick,%si
    call puts
    movl %edi,%eax
    call num
    movb $'\n',%al
    call putc
    jmp loop
off:
    movw $bye,%si
    call puts
    movw $0x604,%dx             # PM1a_CNT: SLP_TYP 0 | SLP_EN
    movw $0x2000,%ax
    outw %ax,%dx
    hlt
num:                            # print %eax in decimal
    xorl %edx,%edx
    movl $10,%ecx
    divl %ecx
    pushw %dx
    testl %eax,%eax
    jz 1f
    call num
1:  popw %ax
    addb $'0',%al
putc:                           # the screen also wants a carriage return, the log does not
    movw $0x3f8,%dx
    outb %al,%dx
    pushw %bp                   # some BIOSes scroll through %bp
    movw $0x0007,%bx
    movb $0x0e,%ah
    pushw %ax
    int $0x10
    popw %ax
    cmpb $'\n',%al
    jne 1f
    movb $'\r',%al
    int $0x10
1:  popw %bp
    ret
puts:
    lodsb
    testb %al,%al
    jz 1f
    call putc
    jmp puts
1:  ret
banner: .asciz "Vigie lab guest "
up:   .asciz "\nGUEST UP\n"
tick: .asciz "tick "
bye:  .asciz "BYE\n"
    .balign 4
gdt:  .quad 0, 0x00cf92000000ffff
gdtr: .word 15
    .long gdt
    .org 0x1b0                  # name: up to 63 bytes and a zero, patched
name: .asciz ""
    .org 0x1f0                  # pages, patched
dirty: .word 0
    .org 0x1fe
    .word 0xaa55
